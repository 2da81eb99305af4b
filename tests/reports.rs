//! The reports of the five blocs, as their offices would read them, in both languages; and those of blocs that have reported nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::Scope;
use so_khoi::catalogue::Catalogue;
use so_khoi::demo;
use so_khoi::exhibit::report::{By, Composed, Piece, compose};
use so_khoi::model::ledger::Ledger;
use so_khoi::model::report::PeriodReport;
use so_khoi::model::text::Lang;
use std::fmt::Write;

fn report(template: &str, period: &str) -> PeriodReport {
    PeriodReport {
        id: "r".into(),
        template: template.into(),
        period: period.parse().unwrap(),
        name: String::new(),
        written: Default::default(),
    }
}

fn composed(ledger: &Ledger, lang: Lang, report: &PeriodReport) -> Composed {
    let catalogue = Catalogue::with_own(&ledger.own);
    let scope = Scope::whole(ledger, &catalogue, "2026-06-30".parse().unwrap());
    compose(&scope, lang, report).expect("the template")
}

/// A report as plain text: what is on paper, and in brackets what stands beside it on the screen.
fn plain(report: &Composed) -> String {
    let mut out = String::new();
    let head = &report.head;
    for line in [
        &head.above,
        &head.issuer,
        &head.party,
        &head.number,
        &head.place_and_date,
        &head.title,
    ] {
        writeln!(out, "{line}").unwrap();
    }
    writeln!(out, "{}\n", head.subject.join("\n")).unwrap();
    for piece in &report.pieces {
        match piece {
            Piece::Heading(heading) if heading.level == 1 => writeln!(out, "\n{}", heading.numbered()).unwrap(),
            Piece::Heading(heading) => writeln!(out, "{}", heading.numbered()).unwrap(),
            Piece::Told(told) => {
                let text = match told.by {
                    By::Nobody => format!("[{}]", told.prompt),
                    _ => told.text.clone(),
                };
                writeln!(out, "{}{text}", if told.item { "- " } else { "" }).unwrap();
                for offer in &told.help {
                    writeln!(out, "    [{}]", offer.text).unwrap();
                }
            }
            Piece::Chart(exhibit) => writeln!(out, "    [chart {}]", exhibit.subject).unwrap(),
        }
    }
    let foot = &report.foot;
    writeln!(
        out,
        "\n{}\n{}\n{}",
        foot.recipients_head,
        foot.recipients.join("\n"),
        foot.signature.join("\n")
    )
    .unwrap();
    for annex in &report.annexes {
        writeln!(out, "[annex {}: {} rows]", annex.subject, annex.table.rows.len()).unwrap();
    }
    writeln!(out, "{}", report.stamp).unwrap();
    out
}

fn of_demo(demo: &str, template: &str, period: &str, lang: Lang) -> String {
    let ledger = Ledger::from_records(&demo::load(demo).unwrap().records);
    plain(&composed(&ledger, lang, &report(template, period)))
}

macro_rules! bloc {
    ($($name:ident: $demo:literal, $template:literal, $period:literal;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(concat!(stringify!($name), "_vi"), of_demo($demo, $template, $period, Lang::Vi));
            insta::assert_snapshot!(concat!(stringify!($name), "_en"), of_demo($demo, $template, $period, Lang::En));
        }
    )*};
}

bloc! {
    hoa_binh_2021: "hoa-binh-2021", "year", "2021";
    hoa_binh_2021_drive: "hoa-binh-2021", "drive", "drive:dai-hoi-xiii";
    hoa_binh_2022: "hoa-binh-2022", "year", "2022";
    hoa_binh_2022_half: "hoa-binh-2022", "half-year", "2022-H1";
    long_an_2021: "long-an-2021", "month", "2021-07";
    dien_bien_2020: "dien-bien-2020", "term", "2015..2020";
    dien_bien_2020_next: "dien-bien-2020", "term", "2020..2025";
    agencies_2023: "agencies-2023", "term", "2020..2025";
    agencies_2023_year: "agencies-2023", "year", "2022";
}

/// A bloc of two units that has reported nothing.
fn silent_bloc() -> Ledger {
    let all = demo::load("hoa-binh-2022").unwrap().records;
    let kept = all.iter().filter(|record| {
        use so_khoi::model::record::RecordKind::{Profile, Sector, Unit};
        matches!(record.kind, Profile | Sector | Unit)
    });
    Ledger::from_records(kept)
}

#[test]
fn nothing_reported_and_no_targets() {
    let ledger = silent_bloc();
    let vi = plain(&composed(&ledger, Lang::Vi, &report("year", "2022")));
    insta::assert_snapshot!("silent_vi", vi);
    insta::assert_snapshot!(
        "silent_en",
        plain(&composed(&ledger, Lang::En, &report("year", "2022")))
    );
    assert!(vi.contains("chưa có số liệu về số đảng viên") && !vi.contains("NaN"));
}

#[test]
fn what_a_person_wrote_stands_until_it_is_put_back() {
    use so_khoi::model::report::Written;
    let ledger = Ledger::from_records(&demo::load("hoa-binh-2022").unwrap().records);
    let mut report = report("year", "2022");
    let plainly = composed(&ledger, Lang::Vi, &report);
    let admitted = plainly
        .told()
        .find(|told| told.id == "admission.admitted")
        .unwrap()
        .clone();
    assert!(admitted.computed.contains("121/130"), "{}", admitted.computed);
    let written = |text: &str, over: &str, left_out: bool| Written {
        text: text.to_owned(),
        over: over.to_owned(),
        left_out,
    };
    let keep = |report: &mut PeriodReport, written: Written| {
        report.written.insert("admission.admitted".to_owned(), written);
    };
    keep(
        &mut report,
        written(
            "Kết nạp 120 đảng viên.",
            &admitted.computed.replace("121", "120"),
            false,
        ),
    );
    let edited = composed(&ledger, Lang::Vi, &report);
    let told = edited.told().find(|told| told.id == "admission.admitted").unwrap();
    assert_eq!((told.by, told.text.as_str()), (By::Person, "Kết nạp 120 đảng viên."));
    let stale = told.stale.as_ref().expect("120 became 121");
    assert!(stale.changes.contains(&("120".to_owned(), "121".to_owned())));
    assert_eq!(stale.marks.len(), 1);
    // The English report has a text of its own.
    let english = composed(&ledger, Lang::En, &report);
    assert_eq!(english.stale(), 0);
    // What is left out is on no paper, and its heading stays for the other paragraph.
    keep(&mut report, written("", &admitted.computed, true));
    let document = composed(&ledger, Lang::Vi, &report).document(|_| None);
    let text = serde_json::to_string(&document).unwrap();
    assert!(!text.contains("121/130 đảng viên, đạt 93,1%; còn thiếu 09. "), "{text}");
    assert!(text.contains("Công nhận chính thức 116"));
}

#[test]
fn every_paragraph_leads_to_a_page_and_has_one_name() {
    for (demo, template, period) in [
        ("hoa-binh-2021", "year", "2021"),
        ("hoa-binh-2022", "year", "2022"),
        ("agencies-2023", "term", "2020..2025"),
        ("long-an-2021", "month", "2021-07"),
    ] {
        let ledger = Ledger::from_records(&demo::load(demo).unwrap().records);
        let report = composed(&ledger, Lang::Vi, &report(template, period));
        let mut ids: Vec<&str> = report.told().map(|told| told.id.as_str()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{demo}");
        for told in report.told().filter(|told| !told.computed.is_empty()) {
            assert!(
                told.place.starts_with('/') && told.place.contains("period="),
                "{demo} {}",
                told.id
            );
        }
    }
}

/// A demo in which some units have not handed in a form.
fn without(demo: &str, form: &str, units: usize) -> Ledger {
    let mut left = units;
    let mut records = demo::load(demo).unwrap().records;
    records.retain(|record| {
        let of_form = record.kind == so_khoi::model::record::RecordKind::Return && record.id.as_str().contains(form);
        let gone = of_form && left > 0;
        left -= usize::from(gone);
        !gone
    });
    assert_eq!(left, 0, "{units} returns of {form}");
    Ledger::from_records(&records)
}

#[test]
fn who_reported_is_said_once_where_it_is_the_same_of_all() {
    for (demo, form, template, period, of, all) in [
        ("hoa-binh-2021", "study", "year", "2021", "study.", 73),
        ("agencies-2023", "models", "year", "2022", "models.", 70),
    ] {
        let ledger = without(demo, form, 6);
        for (lang, said) in [
            (Lang::Vi, format!("{}/{all} đơn vị đã báo cáo", all - 6)),
            (Lang::En, format!("{} of {all} units reported", all - 6)),
        ] {
            let report = composed(&ledger, lang, &report(template, period));
            let told: Vec<&str> = report.told().map(|told| told.computed.as_str()).collect();
            let text = told.join("\n");
            let section: Vec<&str> = report
                .told()
                .filter(|told| told.id.starts_with(of))
                .map(|told| told.computed.as_str())
                .collect();
            assert!(section.len() > 1, "{of} {text}");
            assert_eq!(section.join("\n").matches(&said).count(), 1, "{text}");
        }
    }
}
