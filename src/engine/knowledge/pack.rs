//! The language-free packs: how records travel beside the program.

use std::fmt;

use super::columns;
use super::record::{Core, Source};

/// The first bytes of a pack of records; the digit is the version of its shape.
const MAGIC: &[u8; 4] = b"RCK3";

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

/// Writes what of the records decides, and what the first plan shows.
pub fn encode_core(core: &Core) -> Result<Vec<u8>, PackError> {
    encode(core).map(|(bytes, _)| bytes)
}

/// Reads what of the records decides; what only the details need is empty.
pub fn decode_core(bytes: &[u8]) -> Result<Core, PackError> {
    read(bytes, None).map(|(core, _)| core)
}

/// Writes what arrives after the first plan: the details of the records, and the table of
/// sources.
pub fn encode_sources(core: &Core, sources: &[Source]) -> Result<Vec<u8>, PackError> {
    let (records, details) = encode(core)?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(sum(&records).to_le_bytes());
    bytes.extend(details);
    columns::to_extend(sources, &mut bytes, &mut Vec::new()).map_err(|_| PackError::Damaged)?;
    Ok(bytes)
}

/// Reads the whole records and the table of sources, from the two packs that belong
/// together.
pub fn decode_whole(core: &[u8], sources: &[u8]) -> Result<(Core, Vec<Source>), PackError> {
    let rest = sources.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
    let (own, details) = rest.split_first_chunk::<4>().ok_or(PackError::Damaged)?;
    if u32::from_le_bytes(*own) != sum(core) {
        return Err(PackError::Foreign);
    }
    let (core, table) = read(core, Some(details))?;
    let (sources, ..) = columns::from_bytes(table, None).map_err(|_| PackError::Damaged)?;
    Ok((core, sources))
}

/// What decides, and what only the details need.
fn encode(core: &Core) -> Result<(Vec<u8>, Vec<u8>), PackError> {
    let (mut bytes, mut details) = (MAGIC.to_vec(), Vec::new());
    columns::to_extend(core, &mut bytes, &mut details).map_err(|_| PackError::Damaged)?;
    bytes.extend(core.own.as_bytes());
    Ok((bytes, details))
}

/// The records, and what stands behind their details.
fn read<'a>(core: &'a [u8], details: Option<&'a [u8]>) -> Result<(Core, &'a [u8]), PackError> {
    let body = core.strip_prefix(MAGIC).ok_or(PackError::Foreign)?;
    let (mut core, own, behind) =
        columns::from_bytes::<Core>(body, details).map_err(|_| PackError::Damaged)?;
    let own = std::str::from_utf8(own).map_err(|_| PackError::Damaged)?;
    own.clone_into(&mut core.own);
    Ok((core.scoped(), behind))
}

/// By what the details know the records they belong to.
fn sum(bytes: &[u8]) -> u32 {
    let add = |sum: u32, byte: &u8| sum.wrapping_mul(31).wrapping_add(u32::from(*byte));
    bytes.iter().fold(0, add)
}
