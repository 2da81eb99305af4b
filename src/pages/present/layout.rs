//! How a slide stands on a screen: how large its headline is, what room is left, on how many pages it goes on. All of it is computed, so
//! that tests know of every size what is read from the back row, and the presenter is warned before the meeting.

use super::frozen::FrozenSlide;
use super::stage::{HEADLINE_LINE, LINE, Sizes, Stage, TIGHTEST};
use super::tables::{Columns, table_pages};
use crate::charts::fit::{Sheet, fit, has_rows};
use crate::charts::{Look, Words, lettering};
use crate::exhibit::Exhibit;
use crate::model::deck::Form;
use crate::model::text::Lang;
use crate::report::kept::kept_together;
use crate::report::slide_show::Opening;
use crate::report::table::Table;

/// A slide on a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The size of its headline.
    pub headline_px: f64,
    /// The room for the content: width and height.
    pub room: (f64, f64),
    /// The content, page by page; one at least.
    pub pages: Vec<Page>,
    /// In how many steps it was made smaller because something of it was cut.
    pub tight: u8,
}

/// A page of a slide.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// A chart, or a part of it.
    Chart(Box<Sheet>),
    /// A table, or a part of it.
    Table(Box<TablePage>),
    /// Names in columns, each with its number.
    Names(Vec<Vec<(usize, String)>>),
    /// Lines of words.
    Words(Lines),
    /// What the deck opens with.
    Opening(Box<OpeningPage>),
    /// Nothing but the headline.
    Bare,
}

/// What a deck opens with, around its headline, and how large it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OpeningPage {
    /// What stands there.
    pub opening: Opening,
    /// The size of whose figures they are.
    pub whose_px: f64,
    /// The size of the lines below the headline.
    pub line_px: f64,
    /// It does not fit.
    pub cut: bool,
}

/// A part of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TablePage {
    /// The rows under the table's heads.
    pub table: Table,
    /// The width of each column in pixels.
    pub widths: Vec<f64>,
    /// It does not fit.
    pub cut: bool,
}

/// Lines of words and their size.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// A line each.
    pub lines: Vec<String>,
    /// Their size.
    pub text_px: f64,
}

/// How charts are drawn: language, ground, patterns.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The language of numbers.
    pub lang: Lang,
    /// The words that charts say themselves.
    pub words: &'static Words,
    /// Light on dark.
    pub dark: bool,
    /// Patterns on every fill.
    pub patterns: bool,
}

impl Drawn {
    /// The look of a chart on a stage, without its size.
    pub fn look(self, stage: Stage, width_px: f64) -> Look {
        Look {
            dark: self.dark,
            patterns: self.patterns,
            projector: stage.preset.is_far() && !stage.is_small(),
            ..Look::new(self.lang, self.words, width_px)
        }
    }
}

/// How much larger than beside figures the headline of a slide of words is, the largest first.
const LARGER: [f64; 2] = [1.5, 1.25];
/// And that of the slide that opens the deck.
const OPENING_SIZES: [f64; 7] = [2.2, 2.0, 1.75, 1.5, 1.25, 1.0, 0.8];
/// Capitals are set a little apart.
const LOUD: f64 = 1.04;
/// Free room on the slide that opens the deck, with its red line, in parts of the text's size: as the style sheet has it.
const OPENING_GAPS: f64 = 5.0;
/// The dot before a part of the foot, in parts of its size: as the style sheet has it.
const DOT: f64 = 0.8;
/// The red line above the headline of a slide of words, and the room below it: as the style sheet has it.
const RULE: f64 = 1.25;

/// The room of the button that leads back to the slide, in parts of the text's size.
const BACK: f64 = 2.0;

/// How many lines a headline may have before it is set smaller.
const HEADLINE_LINES: usize = 2;

impl Page {
    /// Whether something of it does not fit.
    pub fn is_cut(&self) -> bool {
        match self {
            Page::Chart(sheet) => sheet.cut,
            Page::Table(table) => table.cut,
            Page::Opening(opening) => opening.cut,
            _ => false,
        }
    }
}

impl Layout {
    /// A slide.
    pub fn of(slide: &FrozenSlide, bloc: &str, stage: Stage, drawn: Drawn) -> Layout {
        Layout::tightened(slide, bloc, stage, drawn, 0)
    }

    /// The same, made smaller in so many steps because something of it was cut.
    pub fn tightened(slide: &FrozenSlide, bloc: &str, stage: Stage, drawn: Drawn, tight: u8) -> Layout {
        let foot = foot_parts(slide, bloc);
        let mut sizes = stage.sizes().tightened(tight);
        if slide.is_words() || slide.is_told_alone() {
            // Nothing stands beside words, so they are larger.
            let larger = LARGER.map(|times| (sizes.headline[0] * times).round());
            sizes.headline.splice(0..0, larger);
        }
        let mut layout = Layout::empty(slide.title(), slide.headline(), &foot, stage, &sizes);
        layout.pages = match (&slide.exhibit, &slide.opening) {
            (Some(exhibit), _) => layout.of_exhibit(exhibit, slide.slide.form, &sizes, stage, drawn),
            (None, Some(opening)) => vec![layout.opening(slide.headline(), opening, &sizes)],
            (None, None) => layout.words(slide.words(), &sizes),
        };
        if let (true, Some(exhibit)) = (layout.pages.is_empty() && slide.is_told_alone(), &slide.exhibit) {
            let said = Some(exhibit.sentence.clone()).filter(|said| !said.is_empty());
            layout.pages = layout.words(said.into_iter().collect(), &sizes);
        }
        if layout.pages.is_empty() {
            layout.pages.push(Page::Bare);
        }
        layout
    }

    /// What is behind a mark, as a table of its own.
    pub fn of_table(title: &str, headline: &str, table: &Table, foot: &[String], stage: Stage, tight: u8) -> Layout {
        let sizes = stage.sizes().tightened(tight);
        let mut layout = Layout::empty(title, headline, foot, stage, &sizes);
        // The way back to the slide stands below the table.
        layout.room.1 = (layout.room.1 - (sizes.text * BACK).ceil()).max(0.0);
        layout.pages = layout.table(table, &sizes);
        if layout.pages.is_empty() {
            layout.pages.push(Page::Bare);
        }
        layout
    }

    /// Whether something of it does not fit.
    pub fn is_cut(&self) -> bool {
        self.pages.iter().any(Page::is_cut)
    }

    fn empty(title: &str, headline: &str, foot: &[String], stage: Stage, sizes: &Sizes) -> Layout {
        let width = f64::from(stage.width) - sizes.edge_x * 2.0;
        let lines = |size: f64| wrapped_headline(headline, size, width * sizes.slack);
        let smallest = sizes.headline.last().copied().unwrap_or(sizes.text);
        let headline_px = sizes
            .headline
            .iter()
            .copied()
            .find(|size| lines(*size) <= HEADLINE_LINES);
        let headline_px = headline_px.unwrap_or(smallest);
        let line = |text: &str, size: f64, width: f64| match text.is_empty() {
            true => 0.0,
            false => wrapped(text, size, width * sizes.slack, false) as f64 * (size * LINE).ceil(),
        };
        // The number of the page stands beside the foot.
        let foot_width = width - sizes.foot * 6.0;
        let head = line(title, sizes.title, width) + lines(headline_px) as f64 * (headline_px * HEADLINE_LINE).ceil();
        let below =
            lines_of_parts(foot, sizes.foot, foot_width * sizes.slack).max(1) as f64 * (sizes.foot * LINE).ceil();
        let height = f64::from(stage.height) - sizes.edge_y * 2.0 - head - below - sizes.gap * 2.0;
        Layout {
            headline_px,
            room: (width, (height * sizes.filled()).floor().max(0.0)),
            pages: Vec::new(),
            tight: sizes.tight,
        }
    }

    /// What the deck opens with, the headline as large as there is room for.
    fn opening(&mut self, headline: &str, opening: &Opening, sizes: &Sizes) -> Page {
        let (width, room) = (self.room.0 * sizes.slack, self.room.1);
        let (whose_px, line_px) = ((sizes.text * 1.15).round(), (sizes.text * 1.6).round());
        let high = |text: &str, size: f64, line: f64| wrapped(text, size, width, true) as f64 * (size * line).ceil();
        let loud: String = opening.whose.chars().flat_map(char::to_uppercase).collect();
        let lines = opening.lines.iter().map(|line| high(line, line_px, LINE)).sum::<f64>();
        // The head that was counted for every slide stands in the middle here.
        let head = |size: f64| wrapped_headline(headline, size, width) as f64 * (size * HEADLINE_LINE).ceil();
        let room = room + head(self.headline_px) * sizes.filled();
        let beside = high(&loud, whose_px * LOUD, LINE) + lines + sizes.text * OPENING_GAPS;
        let size = |times: f64| (sizes.headline[0] / LARGER[0] * times).round();
        let fits = |size: &f64| wrapped_headline(headline, *size, width) <= 3 && head(*size) + beside <= room;
        let found = OPENING_SIZES.into_iter().map(size).find(fits);
        if let Some(found) = found {
            self.headline_px = found;
        }
        Page::Opening(Box::new(OpeningPage {
            opening: opening.clone(),
            whose_px,
            line_px,
            cut: found.is_none() && head(self.headline_px) + beside > room,
        }))
    }

    fn of_exhibit(&self, exhibit: &Exhibit, form: Form, sizes: &Sizes, stage: Stage, drawn: Drawn) -> Vec<Page> {
        match (form, &exhibit.shape) {
            // However small, the chart was cut: its table goes on over pages.
            (Form::Chart, Some(_)) if sizes.tight == TIGHTEST => self.table(&exhibit.table, sizes),
            (Form::Chart, Some(shape)) => {
                let (width, height) = self.room;
                let look = drawn.look(stage, width);
                // Rows may be a little smaller, so that more of them are there, but never below what the back row reads.
                let smaller = (sizes.text * 0.75).max(sizes.least);
                let text = match has_rows(shape) {
                    true => vec![sizes.text * 1.5, sizes.text * 1.25, sizes.text, smaller],
                    false => vec![sizes.text],
                };
                let text: Vec<f64> = text.into_iter().map(f64::round).collect();
                let text = &text[usize::from(sizes.tight).min(text.len() - 1)..];
                match fit(shape, &look, height, text) {
                    Ok(sheets) => sheets.into_iter().map(|sheet| Page::Chart(Box::new(sheet))).collect(),
                    Err(_) => self.table(&exhibit.table, sizes),
                }
            }
            (Form::Missing, _) => self.names(&exhibit.missing, sizes),
            _ => self.table(&exhibit.table, sizes),
        }
    }

    fn table(&self, table: &Table, sizes: &Sizes) -> Vec<Page> {
        let (width, height) = self.room;
        let columns = Columns::of(table, sizes.text, width, sizes.slack);
        let pages = table_pages(table, &columns, height);
        let page = |(part, high): (Table, f64)| {
            Page::Table(Box::new(TablePage {
                table: part,
                widths: columns.widths.clone(),
                cut: high > height || columns.is_cut,
            }))
        };
        pages.into_iter().map(page).collect()
    }

    /// Names in as many columns as are wide enough, filled from the top.
    fn names(&self, names: &[String], sizes: &Sizes) -> Vec<Page> {
        let (width, height) = self.room;
        let gap = sizes.text * 2.0;
        let least = sizes.text * 16.0;
        let count = ((width + gap) / (least + gap)).floor().clamp(1.0, 3.0);
        let column = (width - gap * (count - 1.0)) / count - sizes.text * 2.5;
        let line = (sizes.text * LINE).ceil();
        let high =
            |name: &str| wrapped(name, sizes.text, column * sizes.slack, false) as f64 * line + sizes.text * 0.25;
        let mut columns: Vec<Vec<(usize, String)>> = Vec::new();
        let mut used = f64::INFINITY;
        for (at, name) in names.iter().enumerate() {
            let high = high(name);
            if used + high > height {
                columns.push(Vec::new());
                used = 0.0;
            }
            used += high;
            if let Some(column) = columns.last_mut() {
                column.push((at + 1, name.clone()));
            }
        }
        let pages = columns.chunks(count as usize);
        pages.map(|columns| Page::Names(columns.to_vec())).collect()
    }

    /// Lines of words, as large as all of them fit on one page, or on as many pages as it takes.
    fn words(&self, words: Vec<String>, sizes: &Sizes) -> Vec<Page> {
        let (width, height) = (self.room.0 * sizes.slack, self.room.1 - (sizes.text * RULE).ceil());
        let high = |line: &String, size: f64| {
            wrapped(line, size, width, false) as f64 * (size * LINE).ceil() + (size * 0.8).ceil() + 2.0
        };
        let larger = [1.8, 1.6, 1.3, 1.0].map(|times| (sizes.text * times).round());
        let fits = |size: &f64| words.iter().map(|line| high(line, *size)).sum::<f64>() <= height;
        let text_px = larger.into_iter().find(fits).unwrap_or(sizes.text);
        let mut pages: Vec<Vec<String>> = Vec::new();
        let mut used = f64::INFINITY;
        for line in words {
            let high = high(&line, text_px);
            if used + high > height {
                pages.push(Vec::new());
                used = 0.0;
            }
            used += high;
            if let Some(page) = pages.last_mut() {
                page.push(line);
            }
        }
        let page = |lines: Vec<String>| Page::Words(Lines { lines, text_px });
        pages.into_iter().map(page).collect()
    }
}

/// What stands at the foot, part by part: what the figures rest on, and whose they are.
pub fn foot_parts(slide: &FrozenSlide, bloc: &str) -> Vec<String> {
    if let Some(opening) = &slide.opening {
        return opening.facts();
    }
    let facts = slide.facts().iter().map(String::as_str);
    let all = facts.chain([bloc]).filter(|text| !text.is_empty());
    all.map(str::to_owned).collect()
}

/// On how many lines parts stand that are not broken where they fit on one, with a dot between two on the same line.
fn lines_of_parts(parts: &[String], size: f64, width: f64) -> usize {
    let (mut lines, mut used) = (0, f64::INFINITY);
    for part in parts {
        let own = lettering::width(part, size) + size * DOT;
        if used + own > width {
            // A part longer than a line is broken like any text, and nothing stands beside it.
            let broken = wrapped(part, size, width - size * DOT, false);
            lines += broken;
            used = if broken > 1 { f64::INFINITY } else { own };
        } else {
            used += own;
        }
    }
    lines
}

/// On how many lines a headline stands: what is kept together there is so on the screen ([`super::slide`]).
fn wrapped_headline(text: &str, size: f64, width: f64) -> usize {
    let parts = kept_together(text);
    lettering::greedy_of(parts.iter().map(String::as_str), size, width / BOLD).len()
}

/// How much wider bold letters are.
const BOLD: f64 = 1.025;

/// On how many lines a text stands.
pub(super) fn wrapped(text: &str, size: f64, width: f64, bold: bool) -> usize {
    let width = if bold { width / BOLD } else { width };
    lettering::greedy(text, size, width).len()
}

#[cfg(test)]
mod tests;
