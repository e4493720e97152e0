//! The language-free packs: how records travel beside the program.

use std::fmt;

use super::columns;
use super::record::{Core, Source};

/// The first bytes of a pack of records; the digit is the version of its shape.
const MAGIC: &[u8; 4] = b"RCK2";

/// Why a pack cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PackError {
    /// It is not a pack of this version of the program.
    Foreign,
    /// It is cut off or damaged.
    Damaged,
}

impl fmt::Display for PackError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Foreign => "the knowledge pack is of another version",
            Self::Damaged => "the knowledge pack is damaged",
        })
    }
}

/// Writes the records that decide.
pub fn encode_core(core: &Core) -> Result<Vec<u8>, PackError> {
    let mut bytes = encode(core)?;
    bytes.extend(core.own.as_bytes());
    Ok(bytes)
}

/// Reads the records that decide.
pub fn decode_core(bytes: &[u8]) -> Result<Core, PackError> {
    let (mut core, own) = decode::<Core>(bytes)?;
    let own = std::str::from_utf8(own).map_err(|_| PackError::Damaged)?;
    own.clone_into(&mut core.own);
    Ok(core.scoped())
}

/// Writes the table of sources, which arrives after the first plan.
pub fn encode_sources(sources: &[Source]) -> Result<Vec<u8>, PackError> {
    encode(sources)
}

/// Reads the table of sources.
pub fn decode_sources(bytes: &[u8]) -> Result<Vec<Source>, PackError> {
    decode(bytes).map(|(sources, _)| sources)
}

fn encode<T: serde::Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, PackError> {
    let mut bytes = MAGIC.to_vec();
    columns::to_extend(value, &mut bytes).map_err(|_| PackError::Damaged)?;
    Ok(bytes)
}

/// Reads columns, and what stands behind them.
fn decode<T: columns::Columns>(bytes: &[u8]) -> Result<(T, &[u8]), PackError> {
    let body = bytes.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
    columns::from_bytes(body).map_err(|_| PackError::Damaged)
}
