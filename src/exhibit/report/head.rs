//! Head and foot of a report: the lines of the format that holds in the year of signing, filled with what the bloc's name says,
//! and whatever an office wrote over them.

use super::{written_at, year_of_signing};
use crate::analysis::Scope;
use crate::catalogue::template::{Format, Template, Templates};
use crate::model::letter_case::upper;
use crate::model::report::PeriodReport;
use crate::model::text::{Lang, Text};
use crate::report::document::{Foot, Head};
use crate::report::period_name::{capitalised, period_name};

/// A line of head or foot that an office can write over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Who is above.
    Above,
    /// Who issues it.
    Issuer,
    /// Number and symbol.
    Number,
    /// Place and date.
    PlaceAndDate,
    /// "BÁO CÁO".
    Title,
    /// What it reports on.
    Subject,
    /// Who gets it, a line each.
    Recipients,
    /// Who signs, a line each.
    Signature,
}

impl Line {
    /// All of them, as they stand from top to bottom.
    pub const ALL: [Line; 8] = [
        Line::Above,
        Line::Issuer,
        Line::Number,
        Line::PlaceAndDate,
        Line::Title,
        Line::Subject,
        Line::Recipients,
        Line::Signature,
    ];

    /// The place that what is written over it is kept under.
    pub const fn place(self) -> &'static str {
        match self {
            Line::Above => "head.above",
            Line::Issuer => "head.issuer",
            Line::Number => "head.number",
            Line::PlaceAndDate => "head.place-and-date",
            Line::Title => "head.title",
            Line::Subject => "head.subject",
            Line::Recipients => "foot.recipients",
            Line::Signature => "foot.signature",
        }
    }

    /// Whether the next report of the bloc takes it over: what is the same on every report of an office.
    pub const fn goes_on(self) -> bool {
        matches!(self, Line::Above | Line::Issuer | Line::Recipients | Line::Signature)
    }

    /// Whether it may be of several lines.
    pub const fn has_lines(self) -> bool {
        matches!(self, Line::Subject | Line::Recipients | Line::Signature)
    }
}

/// What stands in a line: what an office wrote, or what the format and the bloc's name say.
pub fn line(scope: &Scope<'_>, lang: Lang, template: &Template, report: &PeriodReport, line: Line) -> String {
    let written = report.written.get(&written_at(lang, line.place()));
    if let Some(written) = written {
        return written.text.clone();
    }
    let templates = Templates::built_in();
    templates
        .format_in(year_of_signing(scope))
        .map_or_else(String::new, |format| {
            presumed(scope, lang, template, report, format, line)
        })
}

/// Stands for the place where nothing says it, to be written by hand.
pub(super) const NO_PLACE: &str = "…";

/// What is known of the format that holds in the year of signing: the document that prescribes it, or that nothing confirms it.
pub fn format_note(scope: &Scope<'_>, lang: Lang) -> String {
    let format = Templates::built_in().format_in(year_of_signing(scope));
    format.map_or_else(String::new, |format| format.note.in_lang(lang).to_owned())
}

fn presumed(
    scope: &Scope<'_>,
    lang: Lang,
    template: &Template,
    report: &PeriodReport,
    format: &Format,
    line: Line,
) -> String {
    let lines = |lines: &[Text]| lines.iter().map(|it| it.in_lang(lang)).collect::<Vec<_>>().join("\n");
    match line {
        Line::Above => above(scope, lang).map_or_else(String::new, |(above, _)| above),
        Line::Issuer => issuer(scope),
        Line::Number => format.number.in_lang(lang).to_owned(),
        Line::PlaceAndDate => place_and_date(scope, lang, format),
        Line::Title => format.title.in_lang(lang).to_owned(),
        Line::Subject => subject(scope, lang, template, report),
        Line::Recipients => lines(&format.recipients),
        Line::Signature => lines(&format.signature),
    }
}

/// The committee itself, in capitals.
fn issuer(scope: &Scope<'_>) -> String {
    let root = scope.ledger.root().map(|root| root.name.as_str());
    root.unwrap_or_default().chars().map(upper).collect()
}

/// Who is above, and the place, where the bloc's name says it.
fn above(scope: &Scope<'_>, lang: Lang) -> Option<(String, String)> {
    let root = scope.ledger.root()?;
    Templates::built_in().places.iter().find_map(|place| {
        let (_, name) = root.name.rsplit_once(&format!(" {} ", place.after))?;
        let loud: String = name.chars().map(upper).collect();
        Some((place.above.in_lang(lang).replace("{PLACE}", &loud), name.to_owned()))
    })
}

fn place_and_date(scope: &Scope<'_>, lang: Lang, format: &Format) -> String {
    let place = above(scope, lang).map_or_else(|| NO_PLACE.to_owned(), |(_, place)| place);
    let day = scope.today;
    // "ngày 03 tháng 4": days, and the months 1 and 2, are written with two digits, so that nobody can add one.
    let month = match day.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    let text = format.place_and_date.in_lang(lang);
    text.replace("{place}", &place)
        .replace("{day}", &format!("{:02}", day.day()))
        .replace("{month}", &month)
        .replace("{year}", &day.year().to_string())
}

fn subject(scope: &Scope<'_>, lang: Lang, template: &Template, report: &PeriodReport) -> String {
    let name = |period: &crate::model::period::Period| period_name(lang, period, scope.ledger);
    let next = report.period.next().map_or_else(String::new, |next| name(&next));
    let text = template.subject.in_lang(lang);
    capitalised(&text.replace("{period}", &name(&report.period)).replace("{next}", &next))
}

/// The head.
pub fn head(scope: &Scope<'_>, lang: Lang, template: &Template, report: &PeriodReport) -> Head {
    let of = |which: Line| line(scope, lang, template, report, which);
    let party = Templates::built_in().format_in(year_of_signing(scope));
    Head {
        above: of(Line::Above),
        issuer: of(Line::Issuer),
        party: party.map_or_else(String::new, |format| format.party.in_lang(lang).to_owned()),
        number: of(Line::Number),
        place_and_date: of(Line::PlaceAndDate),
        title: of(Line::Title),
        subject: lines_of(&of(Line::Subject)),
    }
}

/// The foot.
pub fn foot(scope: &Scope<'_>, lang: Lang, template: &Template, report: &PeriodReport) -> Foot {
    let of = |which: Line| lines_of(&line(scope, lang, template, report, which));
    let format = Templates::built_in().format_in(year_of_signing(scope));
    Foot {
        recipients_head: format.map_or_else(String::new, |format| format.recipients_head.in_lang(lang).to_owned()),
        recipients: of(Line::Recipients),
        signature: of(Line::Signature),
    }
}

fn lines_of(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
