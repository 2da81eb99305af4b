//! The streams of an old Office file: a file system of its own, in sectors that are chained by a table. A chain may lead
//! anywhere, in a circle too: none is followed for more sectors than the file has.

use super::bytes::{u16_at, u32_at};

/// Sectors above this are none: the end of a chain, or free.
const LAST: u32 = 0xffff_fff9;
/// Streams smaller than this lie in small sectors, which lie in a stream of their own.
const SMALL: usize = 4096;
/// The size of a small sector.
const SMALL_SECTOR: usize = 64;
/// The size of an entry of the directory.
const ENTRY: usize = 128;
/// What an entry is.
const STREAM: u8 = 2;
const ROOT: u8 = 5;

/// A file's sectors, and which comes after which.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    /// How many bytes stand before sector 0.
    before: usize,
    next: Vec<u32>,
}

impl Sectors<'_> {
    fn count(&self) -> usize {
        self.bytes.len().saturating_sub(self.before).div_ceil(self.size)
    }

    /// A sector; the last of a file may be cut short.
    fn get(&self, number: u32) -> Option<&[u8]> {
        let start = (number as usize).checked_mul(self.size)?.checked_add(self.before)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(rest.get(..self.size).unwrap_or(rest))
    }

    /// So many bytes of a chain, or as many as there are.
    fn chain(&self, first: u32, length: usize) -> Option<Vec<u8>> {
        let mut read = Vec::new();
        let mut number = first;
        for _ in 0..self.count() {
            if number > LAST || read.len() >= length {
                break;
            }
            read.extend_from_slice(self.get(number)?);
            number = *self.next.get(number as usize)?;
        }
        read.truncate(length);
        Some(read)
    }
}

/// The first stream that has one of these names, the earlier name before the later. `None` where there is none, or where
/// the file is damaged.
pub fn stream(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let mut sectors = Sectors {
        bytes,
        size,
        before: size,
        next: Vec::new(),
    };
    sectors.next = table(&sectors)?;
    let directory = sectors.chain(u32_at(bytes, 48)?, usize::MAX)?;
    let entries = || directory.chunks_exact(ENTRY);
    let found = names
        .iter()
        .find_map(|name| entries().find(|entry| entry.get(66) == Some(&STREAM) && is_called(entry, name)))?;
    let (first, length) = (u32_at(found, 116)?, u32_at(found, 120)? as usize);
    if length >= SMALL {
        return sectors.chain(first, length);
    }
    let root = entries().find(|entry| entry.get(66) == Some(&ROOT))?;
    let small = sectors.chain(u32_at(root, 116)?, u32_at(root, 120)? as usize)?;
    let next = sectors.chain(u32_at(bytes, 60)?, usize::MAX)?;
    let sectors = Sectors {
        bytes: &small,
        size: SMALL_SECTOR,
        before: 0,
        next: numbers(&next).collect(),
    };
    sectors.chain(first, length)
}

/// Which sector comes after which: its own sectors are listed in the head, and in a chain that goes on from there.
fn table(sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let most = sectors.count();
    let mut list: Vec<u32> = numbers(sectors.bytes.get(76..512)?).collect();
    let mut more = u32_at(sectors.bytes, 68)?;
    for _ in 0..most {
        if more > LAST || list.len() > most {
            break;
        }
        let part = sectors.get(more)?;
        list.extend(numbers(part));
        more = list.pop()?;
    }
    let mut table = Vec::new();
    for number in list.into_iter().filter(|number| *number <= LAST) {
        if table.len() >= most {
            break;
        }
        table.extend(numbers(sectors.get(number)?));
    }
    Some(table)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

fn is_called(entry: &[u8], name: &str) -> bool {
    let length = u16_at(entry, 64).map_or(0, usize::from).saturating_sub(2);
    let letters = entry.get(..length.min(64)).unwrap_or_default();
    let letters = letters.chunks_exact(2).filter_map(|two| u16_at(two, 0));
    char::decode_utf16(letters)
        .map(|letter| letter.map_or(' ', |letter| letter.to_ascii_lowercase()))
        .eq(name.chars().map(|letter| letter.to_ascii_lowercase()))
}
