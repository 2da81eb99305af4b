//! What exhibits say: every one that the five demo blocs have to show, and the edges, in both languages. The same functions
//! make a page's headings, a chart's caption, a slide and a paragraph of a report, so what is read here is what is read
//! everywhere.
//!
//! Snapshots are in `tests/snapshots/`; read a change of one as somebody in the room would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use so_khoi::analysis::Scope;
use so_khoi::catalogue::Catalogue;
use so_khoi::exhibit::subject::Subject;
use so_khoi::exhibit::{Exhibit, make, offered};
use so_khoi::model::drive::Drive;
use so_khoi::model::from_json::FromJson;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use so_khoi::model::quantity::Qualifier;
use so_khoi::model::record::{Entity, Record};
use so_khoi::model::returns::{Cell, Return};
use so_khoi::model::statement::Statement;
use so_khoi::model::target::Target;
use so_khoi::model::text::Lang;
use so_khoi::model::unit::{Unit, UnitKind};
use std::fmt::Write;

fn demo<T>(id: &str, ask: impl FnOnce(&Scope<'_>) -> T) -> T {
    let records = so_khoi::demo::load(id).unwrap().records;
    let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
    ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()))
}

/// All that is said of an exhibit, a line each.
fn said(exhibit: &Exhibit) -> String {
    let mut text = format!("{}\n  {}\n", exhibit.title, exhibit.finding);
    let mut line = |name: &str, of: &str| {
        if !of.is_empty() {
            writeln!(text, "  {name}: {of}").unwrap();
        }
    };
    line("sentence", &exhibit.sentence);
    line("facts", &exhibit.facts.join(" · "));
    let missing = exhibit.missing.len();
    let named: Vec<&str> = exhibit.missing.iter().take(3).map(String::as_str).collect();
    line(
        "missing",
        &match missing {
            0 => String::new(),
            1..=3 => named.join("; "),
            _ => format!("{missing}: {}; …", named.join("; ")),
        },
    );
    line(
        "table",
        &format!(
            "{} × {}",
            exhibit
                .table
                .columns
                .iter()
                .map(|column| column.head.as_str())
                .collect::<Vec<_>>()
                .join(" | "),
            exhibit.table.rows.len()
        ),
    );
    line("behind", &exhibit.behind.len().to_string());
    text
}

fn all_said(scope: &Scope<'_>, lang: Lang, period: &Period) -> String {
    let mut text = String::new();
    let mut group = String::new();
    for offer in offered(scope, lang, period) {
        if offer.group != group {
            group = offer.group.clone();
            writeln!(text, "=== {group}").unwrap();
        }
        let found = make(scope, lang, &offer.subject).unwrap_or_else(|| panic!("{} is not made", offer.subject));
        assert_eq!(found.title, offer.title, "{}", offer.subject);
        writeln!(text, "\n[{}] {}", offer.subject, said(&found)).unwrap();
    }
    text
}

/// Each demo at the periods of its published report.
const DEMOS: [(&str, &[&str]); 5] = [
    ("hoa-binh-2021", &["2021"]),
    ("hoa-binh-2022", &["2022"]),
    ("long-an-2021", &["2021"]),
    ("dien-bien-2020", &["2020", "2015..2020"]),
    ("agencies-2023", &["2022", "2021..2023"]),
];

#[test]
fn every_exhibit_of_the_demos_reads_well() {
    for (id, periods) in DEMOS {
        demo(id, |scope| {
            for period in periods {
                let period: Period = period.parse().unwrap();
                for lang in [Lang::Vi, Lang::En] {
                    let name = format!("{id}_{period}_{lang:?}").replace("..", "-").to_lowercase();
                    insta::assert_snapshot!(name, all_said(scope, lang, &period));
                }
            }
        });
    }
}

/// A bloc of four units, seen on a day in August 2022, with one drive in June.
struct Books(Vec<Record>);

const UNITS: [&str; 4] = ["a", "b", "c", "d"];

impl Books {
    fn new() -> Books {
        let mut books = vec![Unit::new("khoi", None, UnitKind::BlocCommittee, "Đảng ủy Khối").to_record()];
        for (at, id) in UNITS.iter().enumerate() {
            let name = format!("Chi bộ {}", id.to_uppercase());
            let mut unit = Unit::new(*id, Some("khoi".into()), UnitKind::GrassrootsCell, name);
            unit.order = at as u32 + 1;
            books.push(unit.to_record());
        }
        let drive = json!({"id": "kl01", "unit": "khoi", "name": "Kết luận 01", "start": "2022-06-01", "end": "2022-06-30",
            "audiences": ["members"]});
        books.push(Drive::from_json(&drive).unwrap().to_record());
        Books(books)
    }

    fn entered(mut self, form: &str, period: &str, unit: &str, cells: &[(&str, Cell)]) -> Books {
        let mut one = Return::new(form.into(), unit.into(), period.parse().unwrap());
        for (key, cell) in cells {
            one.cells.insert((*key).into(), cell.clone());
        }
        self.0.push(one.to_record());
        self
    }

    /// Attended of invited, unit by unit; `None` where a unit has not reported.
    fn studied(self, of: [Option<(u64, u64)>; 4]) -> Books {
        UNITS.iter().zip(of).fold(self, |books, (unit, of)| match of {
            None => books,
            Some((attended, invited)) => books.entered(
                "study",
                "drive:kl01",
                unit,
                &[
                    ("attended.members", Cell::count(attended)),
                    ("invited.members", Cell::count(invited)),
                ],
            ),
        })
    }

    /// Admissions of January to July, all in July.
    fn admitted(self, of: [Option<u64>; 4]) -> Books {
        UNITS.iter().zip(of).fold(self, |books, (unit, of)| {
            let Some(count) = of else { return books };
            (1..=7).fold(books, |books, month| {
                let some = if month == 7 { count } else { 0 };
                let period = format!("2022-{month:02}");
                books.entered("admission", &period, unit, &[("admitted", Cell::count(some))])
            })
        })
    }

    fn target(mut self, target: Value) -> Books {
        self.0.push(Target::from_json(&target).unwrap().to_record());
        self
    }

    fn stated(mut self, statement: Value) -> Books {
        self.0.push(Statement::from_json(&statement).unwrap().to_record());
        self
    }

    fn said(&self, name: &str, subjects: &[&str]) -> String {
        let (ledger, catalogue) = (Ledger::from_records(&self.0), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, "2022-08-15".parse().unwrap());
        let mut text = format!("=== {name}\n");
        for subject in subjects {
            let subject: Subject = subject.parse().unwrap();
            for lang in [Lang::Vi, Lang::En] {
                let found = make(&scope, lang, &subject).unwrap_or_else(|| panic!("{subject} is not made"));
                let drawn = if found.shape.is_some() { "" } else { " (no chart)" };
                writeln!(text, "\n[{subject}]{drawn} {}", said(&found)).unwrap();
            }
        }
        text
    }
}

const STUDY: [&str; 3] = [
    "study/kl01/overview?period=drive:kl01",
    "study/kl01/participation?period=drive:kl01",
    "study/kl01/missing?period=drive:kl01",
];

#[test]
fn a_drive_at_its_edges() {
    let all = |part: u64, whole: u64| [Some((part, whole)); 4];
    let held = || {
        json!({"id": "t", "unit": "khoi", "period": "2022", "indicator": "participation_members",
        "comparison": ">=", "value": {"percent": 9000}})
    };
    let cases = [
        ("nobody reported", Books::new()),
        (
            "one of four reported",
            Books::new().studied([None, Some((8, 10)), None, None]),
        ),
        ("nobody came", Books::new().studied(all(0, 10))),
        ("all came", Books::new().studied(all(10, 10))),
        (
            "one missing, below the target",
            Books::new()
                .target(held())
                .studied([Some((10, 10)), Some((8, 10)), Some((6, 10)), None]),
        ),
        ("over the target", Books::new().target(held()).studied(all(10, 10))),
        ("nobody was invited", Books::new().studied(all(0, 0))),
        (
            "only a percentage",
            Books::new().stated(json!({"id": "s", "unit": "khoi", "period": "drive:kl01",
                "subject": {"indicator": {"indicator": "participation_members"}}, "value": {"percent": 9800},
                "qualifier": "more_than", "source": {"number": "12", "symbol": "BC/ĐUK", "date": "2022-07-10"}})),
        ),
    ];
    let text: Vec<String> = cases.iter().map(|(name, books)| books.said(name, &STUDY)).collect();
    insta::assert_snapshot!("edges_study", text.join("\n"));
}

#[test]
fn a_figure_that_is_not_exact_stays_so() {
    let about = Cell {
        qualifier: Qualifier::MoreThan,
        ..Cell::count(40)
    };
    let books = Books::new().entered(
        "study",
        "drive:kl01",
        "a",
        &[("attended.members", about), ("invited.members", Cell::count(50))],
    );
    let text = books.said("more than 40 of 50", &STUDY[..2]);
    assert!(text.contains("Hơn 40/50") && text.contains("khoảng 80%"), "{text}");
    assert!(
        text.contains("more than 40 of 50") && text.contains("about 80%"),
        "{text}"
    );
    insta::assert_snapshot!("edges_qualifier", text);
}

#[test]
fn admissions_at_their_edges() {
    let subjects = [
        "admission/cumulative?period=2022",
        "admission/months?period=2022",
        "admission/units?period=2022",
        "targets/board?period=2022",
    ];
    let of = |count: u64| {
        json!({"id": "t", "unit": "khoi", "period": "2022", "indicator": "admitted",
        "comparison": ">=", "value": {"count": count}})
    };
    let cases = [
        ("nobody reported", Books::new().target(of(10))),
        ("none admitted", Books::new().target(of(10)).admitted([Some(0); 4])),
        ("no target", Books::new().admitted([Some(3), Some(1), Some(0), None])),
        (
            "below the target",
            Books::new().target(of(10)).admitted([Some(3), Some(1), Some(0), None]),
        ),
        (
            "over the target",
            Books::new()
                .target(of(10))
                .admitted([Some(8), Some(2), Some(1), Some(1)]),
        ),
    ];
    let text: Vec<String> = cases.iter().map(|(name, books)| books.said(name, &subjects)).collect();
    insta::assert_snapshot!("edges_admission", text.join("\n"));
}

#[test]
fn a_half_year_is_seen_from_its_end() {
    let books = Books::new().admitted([Some(5); 4]);
    let text = books.said(
        "June, before July's admissions",
        &["admission/cumulative?period=2022-H1"],
    );
    assert!(text.contains("30/06/2022"), "{text}");
    insta::assert_snapshot!("edges_half_year", text);
}

#[test]
fn ready_decks_of_the_demos() {
    let mut text = String::new();
    for (id, periods) in DEMOS {
        demo(id, |scope| {
            let period: Period = periods[0].parse().unwrap();
            for purpose in so_khoi::exhibit::ready::purposes() {
                let slides = so_khoi::exhibit::ready::slides(scope, Lang::Vi, &purpose.id, &period);
                writeln!(text, "\n=== {id}: {} ({} slides)", purpose.label.vi, slides.len()).unwrap();
                for slide in slides {
                    let of = slide
                        .subject
                        .map_or_else(|| "words".to_owned(), |subject| subject.to_string());
                    writeln!(
                        text,
                        "[{of}] {:?}: {} {}",
                        slide.form,
                        slide.headline,
                        slide.text.replace('\n', " / ")
                    )
                    .unwrap();
                }
            }
        });
    }
    insta::assert_snapshot!("ready_decks", text);
}

#[test]
fn units_are_compared_by_the_audience_that_the_page_compares_them_by() {
    let size = so_khoi::demo::scale::Size {
        units: 12,
        from: 2025,
        to: 2025,
        every_form: false,
        with_gaps: false,
    };
    let catalogue = Catalogue::built_in().unwrap();
    let records = so_khoi::demo::scale::Maker::new(size, &catalogue).all();
    let ledger = Ledger::from_records(&records);
    let scope = Scope::whole(&ledger, &catalogue, "2026-06-30".parse().unwrap());
    let drive = ledger.drives.iter().find(|drive| drive.audiences.len() > 1).unwrap();
    let of = |audience: &str| {
        let subject = format!("study/{}/participation?period=drive:{}{audience}", drive.id, drive.id);
        make(&scope, Lang::Vi, &subject.parse().unwrap()).unwrap()
    };
    let (main, staff) = (of(""), of("&audience=staff"));
    assert_eq!(main.finding, of("&audience=members").finding);
    assert!(main.finding.contains("đảng viên"), "{}", main.finding);
    assert!(!staff.finding.contains("đảng viên"), "{}", staff.finding);
    assert_ne!(main.shape, staff.shape);
}
