//! Each figure that the five published reports give, against what the app computes from the demos' records, or
//! keeps as stated, by the same functions that the pages use. `docs/seeds.md` is the table of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agencies_2023;
mod book;
mod dien_bien_2020;
mod hoa_binh_2021;
mod hoa_binh_2022;
mod long_an_2021;

use book::Book;
use so_khoi::analysis::completeness::due_forms;
use so_khoi::demo;

#[test]
fn nobody_is_chased_for_what_the_reports_do_not_speak_of() {
    for info in demo::demos() {
        let book = Book::open(&info.id);
        let scope = book.scope();
        let overdue = due_forms(&scope).into_iter().filter(|due| due.due < scope.today);
        let overdue: Vec<String> = overdue.map(|due| format!("{} {}", due.form, due.period)).collect();
        assert_eq!(overdue, Vec::<String>::new(), "{}", info.id);
    }
}

#[test]
fn every_statement_and_every_published_target_names_its_report() {
    for info in demo::demos() {
        let book = Book::open(&info.id);
        for statement in &book.ledger.statements {
            assert!(!statement.source.title.is_empty(), "{}: {}", info.id, statement.id);
        }
        for target in book.ledger.targets.values() {
            assert_eq!(
                target.source.is_none(),
                target.illustrative,
                "{}: {}",
                info.id,
                target.id
            );
        }
    }
}
