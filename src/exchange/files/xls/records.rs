//! What a workbook's stream is made of: records of a kind, a length and bytes. A text that is longer than a record goes on in
//! records that say so.

use super::bytes::u16_at;

/// A record that goes on with the one before it.
const CONTINUE: u16 = 0x3c;

/// A record.
pub struct Record<'a> {
    /// What it is.
    pub kind: u16,
    /// Its bytes.
    pub data: &'a [u8],
    /// What stands behind it.
    behind: &'a [u8],
}

impl<'a> Record<'a> {
    /// Its bytes from a place on, and those of the records that go on with it.
    pub fn from(&self, at: usize) -> Parts<'a> {
        Parts {
            part: self.data.get(at..).unwrap_or_default(),
            behind: self.behind,
        }
    }
}

/// The records of a stream, until one is cut short.
pub struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// Begins.
    pub fn new(stream: &'a [u8]) -> Records<'a> {
        Records { rest: stream }
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.rest.len()
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = u16_at(self.rest, 0)?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let (data, behind) = self.rest.get(4..)?.split_at_checked(length)?;
        self.rest = behind;
        Some(Record { kind, data, behind })
    }
}

/// Bytes that go on from record to record.
pub struct Parts<'a> {
    part: &'a [u8],
    behind: &'a [u8],
}

impl Parts<'_> {
    /// Whether nothing is left.
    pub fn is_over(&mut self) -> bool {
        self.part.is_empty() && !self.go_on()
    }

    fn go_on(&mut self) -> bool {
        let mut records = Records::new(self.behind);
        while let Some(record) = records.next().filter(|record| record.kind == CONTINUE) {
            (self.part, self.behind) = (record.data, record.behind);
            if !self.part.is_empty() {
                return true;
            }
        }
        false
    }

    /// The next byte.
    pub fn byte(&mut self) -> Option<u8> {
        if self.is_over() {
            return None;
        }
        let (first, rest) = self.part.split_first()?;
        self.part = rest;
        Some(*first)
    }

    /// The next two bytes.
    pub fn two(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// The next four bytes.
    pub fn four(&mut self) -> Option<u32> {
        Some(u32::from(self.two()?) | u32::from(self.two()?) << 16)
    }

    /// Passes over so many bytes.
    pub fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            if self.is_over() {
                return None;
            }
            let step = length.min(self.part.len());
            self.part = self.part.get(step..)?;
            length -= step;
        }
        Some(())
    }

    /// So many letters, each of one byte or of two. Every record that goes on with them says anew which.
    pub fn letters(&mut self, mut count: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while count > 0 {
            if self.part.is_empty() {
                wide = self.byte()? & 1 != 0;
            }
            let size = if wide { 2 } else { 1 };
            let step = count.min(self.part.len() / size);
            let (now, rest) = self.part.split_at_checked(step * size).filter(|_| step > 0)?;
            match wide {
                true => units.extend(now.chunks_exact(2).filter_map(|two| u16_at(two, 0))),
                false => units.extend(now.iter().map(|byte| u16::from(*byte))),
            }
            self.part = rest;
            count -= step;
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    #[test]
    fn a_text_goes_on_in_the_next_record_in_letters_of_another_size() {
        let stream = [
            record(0xfc, b"ab"),
            record(CONTINUE, b""),
            record(CONTINUE, &[1, 0xa1, 0x1e]),
            record(CONTINUE, &[0, b'c']),
            record(0x0a, b""),
        ]
        .concat();
        let mut records = Records::new(&stream);
        let mut parts = records.next().unwrap().from(0);
        assert_eq!(parts.letters(4, false).unwrap(), "abạc");
        assert!(parts.is_over());
        // A text that says to be longer than what is there is none.
        assert_eq!(Records::new(&stream).next().unwrap().from(0).letters(5, false), None);
        assert_eq!(records.map(|record| record.kind).last(), Some(0x0a));
    }

    #[test]
    fn a_record_that_is_cut_short_ends_the_stream() {
        let whole = record(0x0a, b"abc");
        assert!((0..whole.len()).all(|cut| Records::new(&whole[..cut]).next().is_none()));
    }
}
