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

/// `docs/seeds.md` names a page and a test for every figure: each test that it names is one of these modules.
#[test]
fn the_table_of_figures_names_tests_that_are_there() {
    let table = include_str!("../../docs/seeds.md");
    let modules = [
        ("hoa_binh_2021", include_str!("hoa_binh_2021.rs").to_owned()),
        ("hoa_binh_2022", include_str!("hoa_binh_2022.rs").to_owned()),
        ("long_an_2021", include_str!("long_an_2021.rs").to_owned()),
        ("dien_bien_2020", include_str!("dien_bien_2020.rs").to_owned()),
        (
            "agencies_2023",
            [
                include_str!("agencies_2023/mod.rs"),
                include_str!("agencies_2023/counts.rs"),
            ]
            .concat(),
        ),
    ];
    let mut named = Vec::new();
    for (module, text) in &modules {
        let heading = format!("(`{module}`)");
        let section = table
            .split("\n## ")
            .find(|section| section.lines().next().unwrap().contains(&heading));
        let rows: Vec<&str> = section
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("| "))
            .skip(1)
            .collect();
        assert!(rows.len() > 4, "{module}");
        for row in rows {
            let [_, figure, page, tests, _] = row.split('|').collect::<Vec<_>>()[..] else {
                panic!("{row}")
            };
            assert!(!page.trim().is_empty(), "{figure}");
            let tests: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
            assert!(!tests.is_empty(), "{figure}");
            for test in tests {
                let test = test.rsplit("::").next().unwrap();
                assert!(
                    text.contains(&format!("#[test]\nfn {test}()")),
                    "{module} has no test {test}"
                );
                named.push(test);
            }
        }
    }
    assert!(named.len() > 40);
}
