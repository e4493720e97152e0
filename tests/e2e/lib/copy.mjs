/** A copy of the site that a test may change while it is served. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { serve } from "./server.mjs";

/** Copies the site, lets `change` change the folder, and runs the test against a server of the copy. */
export async function withCopy(things, change, test) {
  const { page, own, dist } = things;
  const folder = mkdtempSync(path.join(tmpdir(), "recourse-e2e-"));
  cpSync(dist, folder, { recursive: true });
  change(folder);
  const server = await serve(folder);
  own.push(server.origin);
  const here = page.origin;
  page.origin = server.origin;
  try {
    await test({ ...things, server, folder });
  } finally {
    page.origin = here;
    // A page that is still open would go on asking the server that ends now.
    await page.driver.get("about:blank");
    server.stop();
    rmSync(folder, { recursive: true });
  }
}
