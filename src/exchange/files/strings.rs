//! Texts that cells share. They are kept in one piece: millions of small ones would take many times their size.

/// The texts.
#[derive(Default)]
pub struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Strings {
    /// A text by its number; none where a file refers to one that it does not have.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.text.get(start.unwrap_or(0)..end)
    }

    /// A piece of the next text.
    pub fn push(&mut self, piece: &str) {
        self.text.push_str(piece);
    }

    /// The text is whole.
    pub fn end(&mut self) {
        self.ends.push(self.text.len());
    }
}
