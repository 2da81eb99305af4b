//! What can be undone and done again: the lines of the journal, played through.

use super::journal::{Act, Line};
use std::collections::BTreeMap;

/// Lines that can be undone or done again. Ask for the last of each.
#[derive(Clone, Debug, Default)]
pub struct UndoStack {
    undo: Vec<u64>,
    redo: Vec<u64>,
    lines: BTreeMap<u64, Line>,
}

/// How many lines are kept at hand; older ones stay in the journal.
pub const DEPTH: usize = 200;

impl UndoStack {
    /// From the last lines of a journal, in their order.
    pub fn from_lines(lines: impl IntoIterator<Item = Line>) -> UndoStack {
        let mut stack = UndoStack::default();
        for line in lines {
            stack.push(line);
        }
        stack
    }

    /// Takes in what was just done. A new edit ends what could be done again.
    pub fn push(&mut self, line: Line) {
        match line.act {
            Act::Edit => {
                self.undo.push(line.no);
                self.redo.clear();
            }
            Act::Undo(of) => {
                self.undo.retain(|no| *no != of);
                // Doing it again is undoing the line that undid it.
                self.redo.push(line.no);
            }
            Act::Redo(of) => {
                self.redo.retain(|no| *no != of);
                self.undo.push(line.no);
            }
            Act::Import(_) => return,
        }
        self.lines.insert(line.no, line);
        while self.lines.len() > DEPTH {
            let Some((no, _)) = self.lines.pop_first() else { return };
            self.undo.retain(|kept| *kept != no);
            self.redo.retain(|kept| *kept != no);
        }
    }

    /// The line that undoing would undo.
    pub fn to_undo(&self) -> Option<&Line> {
        self.undo.last().and_then(|no| self.lines.get(no))
    }

    /// The line that doing again would undo.
    pub fn to_redo(&self) -> Option<&Line> {
        self.redo.last().and_then(|no| self.lines.get(no))
    }

    /// The line that can be undone and has this op.
    pub fn with_op(&self, op_id: &str) -> Option<&Line> {
        let has_op = |line: &&Line| line.ops.iter().any(|op| op.op_id == op_id);
        let lines = self.undo.iter().rev().filter_map(|no| self.lines.get(no));
        lines.into_iter().find(has_op)
    }

    /// The number of the first line it holds.
    pub fn first(&self) -> Option<u64> {
        self.lines.keys().next().copied()
    }

    /// Its lines, in order.
    pub fn into_lines(self) -> impl Iterator<Item = Line> {
        self.lines.into_values()
    }

    /// Forgets a line of which nothing is left to undo.
    pub fn forget(&mut self, no: u64) {
        self.undo.retain(|kept| *kept != no);
        self.redo.retain(|kept| *kept != no);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(no: u64, act: Act) -> Line {
        Line {
            no,
            at_ms: 0,
            author: String::new(),
            act,
            ops: Vec::new(),
        }
    }

    fn ends(stack: &UndoStack) -> (Option<u64>, Option<u64>) {
        (stack.to_undo().map(|line| line.no), stack.to_redo().map(|line| line.no))
    }

    #[test]
    fn undo_and_redo_walk_back_and_forth() {
        let mut stack = UndoStack::from_lines([line(1, Act::Edit), line(2, Act::Edit)]);
        assert_eq!(ends(&stack), (Some(2), None));
        stack.push(line(3, Act::Undo(2)));
        assert_eq!(ends(&stack), (Some(1), Some(3)));
        stack.push(line(4, Act::Undo(1)));
        assert_eq!(ends(&stack), (None, Some(4)));
        stack.push(line(5, Act::Redo(4)));
        assert_eq!(ends(&stack), (Some(5), Some(3)));
        stack.push(line(6, Act::Redo(3)));
        assert_eq!(ends(&stack), (Some(6), None));
        stack.push(line(7, Act::Undo(6)));
        stack.push(line(8, Act::Edit));
        assert_eq!(ends(&stack), (Some(8), None));
    }

    #[test]
    fn only_the_last_lines_are_kept_at_hand() {
        let mut stack = UndoStack::from_lines((1..=DEPTH as u64 + 5).map(|no| line(no, Act::Edit)));
        assert_eq!(stack.lines.len(), DEPTH);
        for _ in 0..DEPTH {
            let no = stack.to_undo().map(|line| line.no).unwrap_or_default();
            stack.forget(no);
        }
        assert_eq!(ends(&stack), (None, None));
    }
}
