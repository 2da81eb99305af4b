//! The form of a study drive as it is typed, and the drive it makes.
//!
//! What was typed stays as text until it is understood, so that a wrong date is shown again and not lost.

use crate::model::date::Date;
use crate::model::document::DocumentRef;
use crate::model::drive::Drive;
use crate::model::fold::fold;
use crate::model::id::{DriveId, OptionId, UnitId};
use crate::model::sort::SmallSort;
use crate::model::text::Lang;

/// A field of the form, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The drive's name.
    Name,
    /// The document's number.
    Number,
    /// The document's symbol.
    Symbol,
    /// Who issued the document.
    Issuer,
    /// The document's date.
    DocumentDate,
    /// What the document is.
    Title,
    /// The first day.
    Start,
    /// The last day.
    End,
    /// Who studies.
    Audiences,
}

/// What is wrong with a field. The remedy is worded in `i18n/study.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It must not stay empty.
    Missing,
    /// Another drive bears this name and begins on the same day.
    Taken,
    /// It is no date.
    NotADate,
    /// The last day lies before the first.
    EndsBeforeStart,
    /// The drive runs longer than two years: most likely a mistyped year.
    TooLong,
    /// No audience is chosen.
    NoAudience,
}

/// A drive longer than this is taken for a mistyped year: drives run for days or months.
const LONGEST_DAYS: i64 = 2 * 366;

/// The form's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DriveDraft {
    /// The drive that is edited; `None` for a new one.
    pub editing: Option<DriveId>,
    /// [`Field::Name`].
    pub name: String,
    /// [`Field::Number`].
    pub number: String,
    /// [`Field::Symbol`].
    pub symbol: String,
    /// [`Field::Issuer`].
    pub issuer: String,
    /// [`Field::DocumentDate`], as typed.
    pub document_date: String,
    /// [`Field::Title`].
    pub title: String,
    /// [`Field::Start`], as typed.
    pub start: String,
    /// [`Field::End`], as typed.
    pub end: String,
    /// [`Field::Audiences`].
    pub audiences: Vec<OptionId>,
}

impl DriveDraft {
    /// The form of a new drive: members study; the days are the office's to say.
    pub fn new() -> DriveDraft {
        DriveDraft {
            audiences: vec!["members".into()],
            ..DriveDraft::default()
        }
    }

    /// The form of a drive that exists.
    pub fn of(drive: &Drive) -> DriveDraft {
        // Dates are typed as they are read on paper, in either language.
        let date = |date: Date| date.format(Lang::Vi);
        DriveDraft {
            editing: Some(drive.id.clone()),
            name: drive.name.clone(),
            number: drive.document.number.clone(),
            symbol: drive.document.symbol.clone(),
            issuer: drive.document.issuer.clone(),
            document_date: drive.document.date.map(date).unwrap_or_default(),
            title: drive.document.title.clone(),
            start: date(drive.start),
            end: date(drive.end),
            audiences: drive.audiences.clone(),
        }
    }

    /// The drive that the form makes, run by `unit`; `id` is used where the drive is new.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(&self, unit: &UnitId, id: &DriveId, others: &[Drive]) -> Result<Drive, Vec<(Field, Problem)>> {
        let mut wrong = Vec::new();
        let name = self.name.trim().to_owned();
        if name.is_empty() {
            wrong.push((Field::Name, Problem::Missing));
        }
        let document_date = match self.document_date.trim() {
            "" => None,
            typed => Date::parse_typed(typed).map_or_else(
                |_| {
                    wrong.push((Field::DocumentDate, Problem::NotADate));
                    None
                },
                Some,
            ),
        };
        let mut day = |field, typed: &str| {
            let problem = if typed.trim().is_empty() {
                Problem::Missing
            } else {
                Problem::NotADate
            };
            let read = Date::parse_typed(typed).ok();
            if read.is_none() {
                wrong.push((field, problem));
            }
            read
        };
        let (start, end) = (day(Field::Start, &self.start), day(Field::End, &self.end));
        if let (Some(start), Some(end)) = (start, end) {
            if end < start {
                wrong.push((Field::End, Problem::EndsBeforeStart));
            } else if end.days_since(start) > LONGEST_DAYS {
                wrong.push((Field::End, Problem::TooLong));
            }
        }
        let id = self.editing.as_ref().unwrap_or(id).clone();
        let taken = |other: &Drive| other.id != id && other.name.trim() == name && Some(other.start) == start;
        if !name.is_empty() && others.iter().any(taken) {
            wrong.push((Field::Name, Problem::Taken));
        }
        if self.audiences.is_empty() {
            wrong.push((Field::Audiences, Problem::NoAudience));
        }
        match (start, end, wrong.is_empty()) {
            (Some(start), Some(end), true) => Ok(Drive {
                id,
                unit: unit.clone(),
                name,
                document: DocumentRef {
                    number: self.number.trim().to_owned(),
                    symbol: self.symbol.trim().to_owned(),
                    issuer: self.issuer.trim().to_owned(),
                    date: document_date,
                    title: self.title.trim().to_owned(),
                },
                start,
                end,
                audiences: self.audiences.clone(),
            }),
            _ => {
                wrong.small_sort_by_key(|(field, _)| *field);
                Err(wrong)
            }
        }
    }
}

/// The identifier of a new drive: its name in plain letters, so that an address can be read, and the end of
/// a unique text, so that two devices never make the same one.
pub fn new_drive_id(name: &str, unique: &str) -> DriveId {
    let mut slug = String::new();
    for word in fold(name).split(|letter: char| !letter.is_ascii_alphanumeric()) {
        if word.is_empty() || slug.len() + word.len() > 28 {
            continue;
        }
        slug.push_str(word);
        slug.push('-');
    }
    let letters: Vec<char> = unique.chars().filter(char::is_ascii_alphanumeric).collect();
    let tail: String = letters[letters.len().saturating_sub(8)..].iter().collect();
    DriveId::new(format!("{slug}{tail}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    fn draft() -> DriveDraft {
        DriveDraft {
            name: "  Nghị quyết Đại hội XIII ".into(),
            number: "01".into(),
            symbol: "KL/TW".into(),
            document_date: "18/5/2021".into(),
            start: "01/6/2021".into(),
            end: "31/7/2021".into(),
            ..DriveDraft::new()
        }
    }

    fn read(draft: &DriveDraft) -> Result<Drive, Vec<(Field, Problem)>> {
        draft.read(&"bloc".into(), &"new".into(), &[])
    }

    #[test]
    fn a_whole_form_makes_a_drive_and_comes_back() {
        let drive = read(&draft()).unwrap();
        assert_eq!(drive.name, "Nghị quyết Đại hội XIII");
        assert_eq!(drive.document.citation(Lang::Vi), "01-KL/TW, 18/05/2021");
        assert_eq!(
            (drive.start, drive.end),
            (Date::new(2021, 6, 1).unwrap(), Date::new(2021, 7, 31).unwrap())
        );
        let again = DriveDraft::of(&drive);
        assert_eq!(
            again.read(&"bloc".into(), &"other".into(), std::slice::from_ref(&drive)),
            Ok(drive)
        );
    }

    #[test]
    fn an_empty_form_names_what_is_missing_in_order() {
        let wrong = read(&DriveDraft::default()).unwrap_err();
        assert_eq!(
            wrong,
            [
                (Field::Name, Problem::Missing),
                (Field::Start, Problem::Missing),
                (Field::End, Problem::Missing),
                (Field::Audiences, Problem::NoAudience),
            ]
        );
    }

    #[test]
    fn wrong_days_are_told_apart() {
        let with = |start: &str, end: &str| {
            read(&DriveDraft {
                start: start.into(),
                end: end.into(),
                ..draft()
            })
            .unwrap_err()
        };
        assert_eq!(with("31/2/2021", "1/3/2021"), [(Field::Start, Problem::NotADate)]);
        assert_eq!(with("2/3/2021", "1/3/2021"), [(Field::End, Problem::EndsBeforeStart)]);
        assert_eq!(with("2/3/2021", "1/3/2031"), [(Field::End, Problem::TooLong)]);
        assert!(
            read(&DriveDraft {
                end: "01/06/2021".into(),
                ..draft()
            })
            .is_ok(),
            "one day is enough"
        );
    }

    #[test]
    fn an_identifier_can_be_read_and_is_unique() {
        let id = new_drive_id("Nghị quyết Đại hội XIII của Đảng", "0192-abcd-12345678");
        assert_eq!(id.as_str(), "nghi-quyet-dai-hoi-xiii-cua-12345678");
        assert_eq!(new_drive_id("  ", "7f").as_str(), "7f");
    }

    #[test]
    fn a_drive_is_not_made_twice() {
        let drive = read(&draft()).unwrap();
        let others = [Drive {
            id: "old".into(),
            ..drive
        }];
        let wrong = draft().read(&"bloc".into(), &"new".into(), &others).unwrap_err();
        assert_eq!(wrong, [(Field::Name, Problem::Taken)]);
    }
}
