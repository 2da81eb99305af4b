//! How far a cell's value has come: on this device, on its way, with the server, contested, refused.

use crate::i18n::entry::Entry;
use crate::store::desk::FieldState;

/// How far a value has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nothing to tell: not changed lately, or known to the server for long.
    #[default]
    Settled,
    /// Being written to this device.
    Saving,
    /// On this device, not sent.
    OnDevice,
    /// On its way to the server.
    Sending,
    /// The server has it, since this session.
    Accepted,
    /// Another place entered something else: what is shown is in use, the other value waits for a choice.
    Conflicting,
    /// The server did not take what was entered here.
    Rejected,
}

impl Kept {
    /// Every state that has a mark.
    pub const MARKED: [Kept; 6] = [
        Kept::Saving,
        Kept::OnDevice,
        Kept::Sending,
        Kept::Accepted,
        Kept::Conflicting,
        Kept::Rejected,
    ];

    /// What the store says of a field, while changes are being sent or not.
    pub const fn of(state: FieldState, is_sending: bool) -> Kept {
        match (state, is_sending) {
            (FieldState::Settled, _) => Kept::Settled,
            (FieldState::Waiting, _) => Kept::Saving,
            (FieldState::OnDevice, true) => Kept::Sending,
            (FieldState::OnDevice, false) => Kept::OnDevice,
            (FieldState::Sent, _) => Kept::Accepted,
            (FieldState::Conflicting, _) => Kept::Conflicting,
            (FieldState::Rejected, _) => Kept::Rejected,
        }
    }

    /// The same in words.
    pub const fn words(self, words: &Entry) -> &'static str {
        match self {
            Kept::Settled => "",
            Kept::Saving => words.saving,
            Kept::OnDevice => words.on_device,
            Kept::Sending => words.sending,
            Kept::Accepted => words.accepted,
            Kept::Conflicting => words.contested,
            Kept::Rejected => words.rejected,
        }
    }

    /// The class of the cell's corner, where the mark stands there.
    pub const fn class(self) -> &'static str {
        match self {
            Kept::Settled => "",
            Kept::Saving => " sheet__cell--saving",
            Kept::OnDevice => " sheet__cell--unsent",
            Kept::Sending => " sheet__cell--sending",
            Kept::Accepted => " sheet__cell--accepted",
            Kept::Conflicting => " sheet__cell--conflicting",
            Kept::Rejected => " sheet__cell--rejected",
        }
    }

    /// Whether a person has to do something: then it is told wherever the cell is read out.
    pub const fn needs_someone(self) -> bool {
        matches!(self, Kept::Conflicting | Kept::Rejected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::entry::ENTRY;
    use crate::model::text::Lang;
    use std::collections::BTreeSet;

    #[test]
    fn every_state_is_told_apart_in_words_and_by_its_mark() {
        for lang in [Lang::Vi, Lang::En] {
            let words: BTreeSet<&str> = Kept::MARKED.iter().map(|it| it.words(ENTRY.in_lang(lang))).collect();
            assert_eq!(words.len(), Kept::MARKED.len());
            assert!(!words.contains(""));
        }
        let classes: BTreeSet<&str> = Kept::MARKED.iter().map(|it| it.class()).collect();
        assert_eq!(classes.len(), Kept::MARKED.len());
    }

    #[test]
    fn only_what_waits_is_on_its_way_while_changes_are_sent() {
        assert_eq!(Kept::of(FieldState::OnDevice, true), Kept::Sending);
        assert_eq!(Kept::of(FieldState::Waiting, true), Kept::Saving);
        assert_eq!(Kept::of(FieldState::Rejected, true), Kept::Rejected);
    }
}
