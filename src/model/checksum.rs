//! CRC-32 as zip and PNG have it. The tables are computed when they are first asked for: as constants they would weigh
//! more of the first download than any page does.

use std::sync::OnceLock;

/// The polynomial, lowest bit first.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// What a byte does to the checksum when 0 to 7 bytes follow it in its group of eight.
type Tables = [[u32; 256]; 8];

/// The checksum of these bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    static TABLES: OnceLock<Box<Tables>> = OnceLock::new();
    let tables = TABLES.get_or_init(tables);
    let mut crc = u32::MAX;
    let (groups, rest) = bytes.as_chunks::<8>();
    for &[a, b, c, d, e, f, g, h] in groups {
        let [a, b, c, d] = (u32::from_le_bytes([a, b, c, d]) ^ crc).to_le_bytes();
        let of_group = [a, b, c, d, e, f, g, h].into_iter().zip(tables.iter().rev());
        crc = of_group.fold(0, |sum, (byte, table)| sum ^ table[usize::from(byte)]);
    }
    !rest.iter().fold(crc, |crc, byte| step(&tables[0], crc, *byte))
}

fn step(table: &[u32; 256], crc: u32, byte: u8) -> u32 {
    let [low, ..] = crc.to_le_bytes();
    (crc >> 8) ^ table[usize::from(low ^ byte)]
}

fn tables() -> Box<Tables> {
    let mut tables = Box::new([[0; 256]; 8]);
    for byte in 0..=u8::MAX {
        let bit = |crc: u32, _| (crc >> 1) ^ if crc & 1 == 1 { POLYNOMIAL } else { 0 };
        tables[0][usize::from(byte)] = (0..8).fold(u32::from(byte), bit);
    }
    for after in 1..tables.len() {
        for byte in 0..=u8::MAX {
            tables[after][usize::from(byte)] = step(&tables[0], tables[after - 1][usize::from(byte)], 0);
        }
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn is_the_crc_that_others_compute() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"The quick brown fox jumps over the lazy dog"), 0x414F_A339);
    }

    #[test]
    fn every_byte_counts_wherever_it_stands() {
        let bytes: Vec<u8> = (0..100).collect();
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert_ne!(crc32(&bytes), crc32(&other), "{at}");
        }
    }
}
