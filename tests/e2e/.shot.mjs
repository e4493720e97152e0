import { startChromium } from "/work/main/tests/e2e/lib/chromium.mjs";
import { Page } from "/work/main/tests/e2e/lib/page.mjs";
import { Watch } from "/work/main/tests/e2e/lib/watch.mjs";
import { serve } from "/work/main/tests/e2e/lib/server.mjs";
const dist="/work/main/dist";
const server=await serve(dist);
const ch=await startChromium({languages:"zh-CN,zh"});
const watch=new Watch(ch.driver, server); 
const page=new Page({driver:ch.driver,downloads:"/tmp",watch,origin:server.origin,dist,shots:"/tmp/shots"});
try{
await page.command("Emulation.setTimezoneOverride",{timezoneId:process.env.TZID||"Asia/Shanghai"});
const lang=process.env.L||"zh-Hans"; const text=process.env.T||"我刚被骗转了三千块给刷单的，现在被拉黑了";
const [w,h]=(process.env.S||"360x740").split("x").map(Number);
await page.size(w,h); if(process.env.D) await page.dark();
await page.open(lang==="zh-Hans"?"/":"file:"+lang);
const n=`${lang}-${w}${process.env.D?"-dark":""}`;
await page.screenshot(`start-${n}`);
await page.type("story",text);
await new Promise(r=>setTimeout(r,500));
await page.screenshot(`describe-${n}`,{whole:true});
const c=await page.rcAll("candidate"); 
if(c.length){ await page.press(c[0]); await page.rc("plan"); await new Promise(r=>setTimeout(r,600)); await page.screenshot(`plan-${n}`,{whole:true}); await page.screenshot(`plantop-${n}`);}
console.log((await page.console()).slice(0,10));
}finally{ await ch.stop(); server.stop(); }
process.exit(0)
