//! Identifiers of ops: UUID version 7 (RFC 9562), from a clock and random bytes that are given.

use std::fmt::Write;

/// A UUID v7. The time makes neighbours in time neighbours in an index; the 74 random bits make it
/// unique. Nothing is ordered by it.
pub fn uuid_v7(at_ms: u64, random: [u8; 10]) -> String {
    let mut bytes = [0u8; 16];
    let (time, rest) = bytes.split_at_mut(6);
    time.copy_from_slice(&at_ms.to_be_bytes()[2..]);
    rest.copy_from_slice(&random);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_rfc() {
        // RFC 9562, appendix A.6: time 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        let random = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        assert_eq!(
            uuid_v7(0x017f_22e2_79b0, random),
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
        );
    }
}
