#![allow(clippy::unwrap_used, clippy::panic)]

use super::derived_draft::{Fault as Refusal, Field as Side, Figure, IndicatorDraft, RuleDraft, words_of};
use super::form_draft::{Fault, Field, FormDraft, Holds, Line, Made, OTHER, Subject, pasted};
use super::pick::{Pick, picks, search};
use super::set_draft::{self, SetDraft};
use super::usage::{changed, exchanged, new_problems, with_form};
use crate::catalogue::Catalogue;
use crate::catalogue::check::{Problem, of_indicator};
use crate::model::condition::Only;
use crate::model::id::CellKey;
use crate::model::indicator::{Comparison, Operand};
use crate::model::ledger::Ledger;
use crate::model::measure::{OverTime, ValueType};
use crate::model::own::{OwnSection, OwnThing};
use crate::model::record::Entity;
use crate::model::returns::{Cell, Return};
use crate::model::text::{Lang, Text};
use crate::model::unit::UnitKind;

/// Identifiers one after the other.
fn counter() -> impl FnMut() -> String {
    let mut next = 0;
    move || {
        next += 1;
        format!("own-0000000{next}")
    }
}

fn line(name: &str, unit: &str) -> Line {
    Line {
        name: name.to_owned(),
        unit: unit.to_owned(),
        ..Line::default()
    }
}

fn library() -> FormDraft {
    FormDraft {
        name: "Tủ sách chi bộ".to_owned(),
        lines: vec![
            line("Bạn đọc", "members"),
            Line {
                last: true,
                ..line("Đảng viên có thẻ", "members")
            },
            Line {
                unit_name: "đầu sách".to_owned(),
                ..line("Số đầu sách", OTHER)
            },
            Line::new(),
        ],
        ..FormDraft::default()
    }
}

fn made() -> Made {
    let catalogue = Catalogue::built_in().unwrap();
    library().read(&[], &catalogue, &mut counter()).unwrap()
}

fn all_picks(catalogue: &Catalogue) -> Vec<Pick> {
    picks(catalogue, [Text::new("Số tổ chức", ""), Text::new("Số đoàn thể", "")])
}

fn key_of(all: &[Pick], label: &str) -> String {
    let found = all.iter().find(|pick| pick.label.vi == label);
    found.unwrap_or_else(|| panic!("nothing is called {label}")).key.clone()
}

#[test]
fn a_typed_form_makes_a_form_its_measures_and_the_units_they_are_counted_in() {
    let made = made();
    let after = Catalogue::with_own(&made.things);
    assert_eq!(new_problems(&Catalogue::built_in().unwrap(), &after), []);
    let form = after
        .forms()
        .iter()
        .find(|form| form.label.vi == "Tủ sách chi bộ")
        .unwrap();
    let measures: Vec<_> = form.measures().map(|id| after.measure(id.as_str()).unwrap()).collect();
    // The line without words is passed over.
    assert_eq!(measures.len(), 3);
    assert_eq!(measures[1].over_time, OverTime::Last);
    let unit = after.counting_unit(&measures[2].counting_unit).unwrap();
    assert_eq!(unit.label.vi, "đầu sách");
    assert_eq!((form.due_days, form.unit_kinds.len()), (15, 2));
}

#[test]
fn each_wrong_field_is_named() {
    let catalogue = Catalogue::built_in().unwrap();
    let draft = FormDraft {
        name: "Kết nạp, chuyển chính thức".to_owned(),
        kinds: Vec::new(),
        due: "mười".to_owned(),
        lines: vec![
            line("Bạn đọc", OTHER),
            line("bạn  đọc", "members"),
            Line {
                holds: Holds::Level,
                ..line("Mức", "members")
            },
        ],
        ..FormDraft::default()
    };
    let wrong = draft.read(&[], &catalogue, &mut counter()).unwrap_err();
    assert_eq!(
        wrong,
        [
            (Field::Name, Fault::Taken),
            (Field::Kinds, Fault::Missing),
            (Field::Due, Fault::NotDays),
            (Field::Line(1), Fault::Taken),
            (Field::Unit(0), Fault::Missing),
            (Field::Set(2), Fault::NoScale),
        ]
    );
    let empty = FormDraft::default().read(&[], &catalogue, &mut counter()).unwrap_err();
    assert_eq!(empty, [(Field::Name, Fault::Missing), (Field::Lines, Fault::Missing)]);
}

#[test]
fn a_list_is_pasted_with_its_units() {
    let catalogue = Catalogue::built_in().unwrap();
    let text = "1. Bạn đọc (đảng viên)\n- Số đầu sách\tđầu sách\n\n  2) Lượt mượn; Lượt\nBuổi nói chuyện";
    let lines = pasted(text, &catalogue);
    let read: Vec<(&str, &str, &str)> = lines
        .iter()
        .map(|line| (line.name.as_str(), line.unit.as_str(), line.unit_name.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("Bạn đọc", "members", ""),
            ("Số đầu sách", OTHER, "đầu sách"),
            ("Lượt mượn", "entries", ""),
            ("Buổi nói chuyện", "members", ""),
        ]
    );
}

#[test]
fn a_form_that_is_edited_stays_what_it_was_and_a_line_goes_with_what_counts_it() {
    let first = made();
    let catalogue = Catalogue::with_own(&first.things);
    let form = catalogue.forms().last().unwrap().clone();
    let all = all_picks(&catalogue);
    let reading = IndicatorDraft {
        name: "Tỷ lệ bạn đọc".to_owned(),
        left: vec![key_of(&all, "Bạn đọc")],
        right: vec![key_of(&all, "Đảng viên có thẻ")],
        ..IndicatorDraft::default()
    };
    let indicator = reading.read(&all, &catalogue, "own-i").unwrap();
    let own = changed(&first.things, &[OwnThing::Indicator(indicator)], &[]);
    // Figures were entered for one of the lines.
    let card = form.measures().nth(1).unwrap();
    let mut filled = Return::new(form.id.clone(), "u".into(), "2022".parse().unwrap());
    filled.cells.insert(CellKey::of(card, &[]), Cell::count(3));
    let mut records = vec![filled.to_record()];
    records.extend(own.iter().map(Entity::to_record));
    let ledger = Ledger::from_records(&records);
    let catalogue = Catalogue::with_own(&ledger.own);
    let form = catalogue.form(&form.id).unwrap();
    let mut draft = FormDraft::of_form(&ledger, &catalogue, form);
    assert_eq!(
        draft.lines.iter().map(|line| line.filled).collect::<Vec<_>>(),
        [None, Some(2022), None]
    );
    // Nothing changed: the same things come out.
    let again = draft.read(&ledger.own, &catalogue, &mut counter()).unwrap();
    assert!(again.removed.is_empty());
    assert!(again.things.iter().all(|thing| ledger.own.contains(thing)), "{again:?}");
    // A line with figures cannot lose its name; one without goes, with the indicator.
    draft.lines[1].name.clear();
    let wrong = draft.read(&ledger.own, &catalogue, &mut counter()).unwrap_err();
    assert_eq!(wrong, [(Field::Line(1), Fault::HasFigures(2022))]);
    draft.lines[1].name = "Đảng viên có thẻ bạn đọc".to_owned();
    draft.lines[1].valid_to = Some(2022);
    draft.lines.remove(0);
    let shorter = draft.read(&ledger.own, &catalogue, &mut counter()).unwrap();
    assert_eq!(shorter.removed.len(), 2);
    let after = Catalogue::with_own(&changed(&ledger.own, &shorter.things, &shorter.removed));
    assert_eq!(new_problems(&catalogue, &after), []);
    assert_eq!(after.columns(after.form(&form.id).unwrap(), Some(2023)).len(), 1);
    // The whole form goes with all of it but the unit that it named.
    let gone = with_form(&ledger.own, &form.id);
    let left = changed(&ledger.own, &[], &gone);
    assert!(matches!(left.as_slice(), [OwnThing::CountingUnit(_)]), "{left:?}");
}

#[test]
fn a_section_is_added_to_a_built_in_form() {
    let catalogue = Catalogue::built_in().unwrap();
    let draft = FormDraft {
        name: "Mục của Khối".to_owned(),
        lines: vec![Line {
            holds: Holds::Done,
            ..line("Có phòng truyền thống", "members")
        }],
        ..FormDraft::new_section(&"models".into())
    };
    assert!(!draft.is_form());
    let made = draft.read(&[], &catalogue, &mut counter()).unwrap();
    let after = Catalogue::with_own(&made.things);
    let last = after.form(&"models".into()).unwrap().measures().last().unwrap();
    let measure = after.measure(last.as_str()).unwrap();
    assert_eq!(
        (measure.value, measure.counting_unit.as_str()),
        (ValueType::Done, "organisations")
    );
    let Some(OwnThing::Section(section)) = made.things.last() else {
        panic!("{made:?}");
    };
    let ledger = Ledger::default();
    let again = FormDraft::of_section(&ledger, &after, section);
    assert_eq!(again.subject, Subject::Section("models".into(), section.id.clone()));
    assert_eq!(
        again.read(&made.things, &after, &mut counter()).unwrap().things,
        made.things
    );
}

#[test]
fn a_scale_keeps_its_levels_when_they_are_renamed_and_moved() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut draft = SetDraft::new();
    draft.name = "Mức sẵn sàng".to_owned();
    let wrong = draft.read(&catalogue, &mut counter()).unwrap_err();
    assert_eq!(wrong, [(set_draft::Field::Options, set_draft::Fault::TooFew)]);
    draft.options = set_draft::pasted("Cao\n- Vừa\n\nThấp");
    let thing = draft.read(&catalogue, &mut counter()).unwrap();
    let OwnThing::OptionSet(set) = &thing else {
        panic!("{thing:?}");
    };
    assert!(set.ordered && set.options.len() == 3);
    let after = Catalogue::with_own(std::slice::from_ref(&thing));
    let mut again = SetDraft::of(&Ledger::default(), &after, set);
    again.options.swap(0, 1);
    again.options[1].name = "Rất cao".to_owned();
    let OwnThing::OptionSet(moved) = again.read(&after, &mut counter()).unwrap() else {
        panic!("no set");
    };
    assert_eq!((&moved.id, &moved.options[1].id), (&set.id, &set.options[0].id));
    again.options[1].name = "vừa".to_owned();
    let wrong = again.read(&after, &mut counter()).unwrap_err();
    assert_eq!(wrong, [(set_draft::Field::Option(1), set_draft::Fault::Taken)]);
}

#[test]
fn the_picker_offers_only_what_can_be_counted_and_finds_it_without_marks() {
    let catalogue = Catalogue::built_in().unwrap();
    let all = all_picks(&catalogue);
    let (found, _) = search(&all, "ket nap", None, 8);
    assert!(
        found.iter().any(|pick| pick.label.vi == "Kết nạp đảng viên"),
        "{found:?}"
    );
    let (near, more) = search(&all, "", Some("inspection"), 8);
    assert!(near.iter().all(|pick| pick.form() == Some("inspection")) && more > 50);
    // Attendance of members, non-members and staff is no one number; each of them is.
    assert!(all.iter().all(|pick| pick.key != "study|attended"));
    assert!(all.iter().any(|pick| pick.key == "study|attended.members"));
    // Each can be found again by what it makes.
    for pick in &all {
        let keys = [pick.key.clone()];
        let (operand, form) = super::pick::operand(&all, &keys, None).unwrap();
        let own = form.unwrap_or_else(|| "study".into());
        assert_eq!(super::pick::keys_of(&all, &operand, &own), keys);
    }
}

#[test]
fn entries_over_members_are_refused_as_a_percentage_and_allowed_as_an_average() {
    let catalogue = Catalogue::built_in().unwrap();
    let all = all_picks(&catalogue);
    let entries = all
        .iter()
        .find(|pick| pick.key == "propaganda|contest_entries")
        .unwrap();
    let members = all
        .iter()
        .find(|pick| pick.key == "headcount|head_count.members")
        .unwrap();
    let mut draft = IndicatorDraft {
        name: "Dự thi".to_owned(),
        left: vec![entries.key.clone()],
        right: vec![members.key.clone()],
        ..IndicatorDraft::default()
    };
    let rate = draft.read(&all, &catalogue, "own-x").unwrap();
    assert!(matches!(
        of_indicator(&catalogue, &rate).as_slice(),
        [Problem::MixedRate { .. }]
    ));
    draft.figure = Figure::Ratio;
    let ratio = draft.read(&all, &catalogue, "own-x").unwrap();
    assert_eq!(of_indicator(&catalogue, &ratio), []);
    // The head count stands on another form, and its last figure is taken.
    let Some(Operand::Cells { form, latest, .. }) = &ratio.denominator else {
        panic!("{ratio:?}");
    };
    assert_eq!(
        (form.as_ref().map(|form| form.as_str()), *latest),
        (Some("headcount"), true)
    );
    assert_eq!(IndicatorDraft::of(&all, &ratio).right, draft.right);
    // Sums stay on one form, and nothing is divided by itself.
    draft.left.push(members.key.clone());
    assert_eq!(
        draft.read(&all, &catalogue, "own-x").unwrap_err(),
        [(Side::Left, Refusal::Mixed)]
    );
    draft.left = draft.right.clone();
    let wrong = draft.read(&all, &catalogue, "own-x").unwrap_err();
    assert_eq!(wrong, [(Side::Right, Refusal::Itself)]);
}

#[test]
fn a_rule_says_what_its_sides_are_and_takes_a_share() {
    let catalogue = Catalogue::built_in().unwrap();
    let all = all_picks(&catalogue);
    let mut draft = RuleDraft {
        left: vec![key_of(&all, "Kết nạp đảng viên")],
        right: vec![key_of(&all, "Chuyển đảng chính thức")],
        share: "12,5".to_owned(),
        ..RuleDraft::default()
    };
    let read = |draft: &RuleDraft| {
        let said = words_of(&all, &draft.left, Lang::Vi);
        draft.read(
            &all,
            &catalogue,
            "own-r",
            Text::new(said, ""),
            Text::new("Xem lại.", ""),
        )
    };
    let rule = read(&draft).unwrap();
    assert_eq!(
        (rule.comparison, rule.share.unwrap().hundredths()),
        (Comparison::AtMost, 1250)
    );
    assert_eq!(rule.label.vi, "Kết nạp đảng viên");
    let again = RuleDraft::of(&all, &rule);
    assert_eq!(
        (again.share.as_str(), &again.left, &again.right),
        ("12,5", &draft.left, &draft.right)
    );
    draft.share = "120".to_owned();
    assert_eq!(read(&draft).unwrap_err(), [(Side::Share, Refusal::NotAShare)]);
    draft.left = vec!["units:grassroots".to_owned()];
    assert_eq!(
        read(&draft).unwrap_err(),
        [(Side::Left, Refusal::OnlyUnits), (Side::Share, Refusal::NotAShare)]
    );
}

#[test]
fn a_rule_may_hold_against_the_period_before_from_a_threshold_on_and_for_some() {
    let catalogue = Catalogue::built_in().unwrap();
    let all = all_picks(&catalogue);
    let admitted = vec![key_of(&all, "Kết nạp đảng viên")];
    let mut draft = RuleDraft {
        left: admitted.clone(),
        right: admitted,
        share: "300".to_owned(),
        before: true,
        least: "1.000".to_owned(),
        only: Only {
            unit_kinds: vec![UnitKind::GrassrootsCell],
            sectors: vec!["press".into()],
        },
        ..RuleDraft::default()
    };
    let read = |draft: &RuleDraft| draft.read(&all, &catalogue, "own-r", Text::new("Tăng", ""), Text::new("Xem", ""));
    let rule = read(&draft).unwrap();
    assert!(rule.before && rule.left == rule.right);
    assert_eq!((rule.least, rule.share.unwrap().hundredths()), (Some(1000), 30_000));
    let again = RuleDraft::of(&all, &rule);
    assert_eq!(
        (again.before, again.least.as_str(), &again.only),
        (true, "1000", &draft.only)
    );
    assert_eq!(read(&again).unwrap().only, rule.only);
    // Without the period before, a figure is no measure of itself, and a share is at most the whole.
    draft.before = false;
    draft.least = "1,5".to_owned();
    assert_eq!(
        read(&draft).unwrap_err(),
        [
            (Side::Right, Refusal::Itself),
            (Side::Share, Refusal::NotAShare),
            (Side::Least, Refusal::NotACount)
        ]
    );
    draft.before = true;
    draft.share = "1200".to_owned();
    draft.least = String::new();
    assert_eq!(read(&draft).unwrap_err(), [(Side::Share, Refusal::NotAShareOfBefore)]);
}

#[test]
fn a_count_is_split_by_one_list_within_another_and_not_into_too_many_columns() {
    let catalogue = Catalogue::built_in().unwrap();
    let sets = &catalogue.part().option_sets;
    let (first, second) = (sets[0].id.to_string(), sets[1].id.to_string());
    let mut draft = library();
    draft.lines.truncate(1);
    draft.lines[0].split_by(0, first.clone());
    draft.lines[0].split_by(1, second.clone());
    assert_eq!(draft.lines[0].by, [first.clone(), second.clone()]);
    let made = draft.read(&[], &catalogue, &mut counter()).unwrap();
    let after = Catalogue::with_own(&made.things);
    let form = after.forms().last().unwrap();
    let measure = after.measure(form.measures().next().unwrap().as_str()).unwrap();
    let columns = after.columns_of(measure, None).len();
    assert_eq!(columns, sets[0].options.len() * sets[1].options.len());
    let again = FormDraft::of_form(&Ledger::default(), &after, form);
    assert_eq!(again.lines[0].by, draft.lines[0].by);
    assert_eq!(
        again.read(&made.things, &after, &mut counter()).unwrap().things,
        made.things
    );
    // The same list twice is one, and taking the first away takes what is within it along.
    draft.lines[0].split_by(0, second.clone());
    assert_eq!(draft.lines[0].by, [second]);
    draft.lines[0].split_by(0, String::new());
    assert!(draft.lines[0].by.is_empty());
    let mut long = SetDraft::new();
    long.name = "Danh sách dài".to_owned();
    long.options = set_draft::pasted(&(1..=49).map(|at| format!("Mục {at}")).collect::<Vec<_>>().join("\n"));
    let set = long.read(&catalogue, &mut counter()).unwrap();
    let after = Catalogue::with_own(std::slice::from_ref(&set));
    draft.lines[0].split_by(0, set.id().to_owned());
    let wrong = draft.read(&[], &after, &mut counter()).unwrap_err();
    assert_eq!(wrong, [(Field::Set(0), Fault::TooWide(49))]);
}

#[test]
fn lines_change_places_and_go_over_into_the_next_section_at_the_end_of_theirs() {
    let mut draft = library();
    let names = |draft: &FormDraft| draft.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
    assert_eq!(draft.move_line(0, false), 1);
    assert_eq!(names(&draft)[..2], ["Đảng viên có thẻ", "Bạn đọc"]);
    assert_eq!((draft.move_line(0, true), draft.move_line(3, false)), (0, 3));
    assert_eq!(names(&draft)[..2], ["Đảng viên có thẻ", "Bạn đọc"]);
    draft.lines[2].section = 1;
    assert_eq!(draft.move_line(1, false), 1);
    assert_eq!((names(&draft)[1].as_str(), draft.lines[1].section), ("Bạn đọc", 1));
}

#[test]
fn sections_change_places_and_keep_whom_they_are_asked_of() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut next = counter();
    let mut section = |name: &str, only: Only| {
        let draft = FormDraft {
            name: name.to_owned(),
            lines: vec![line(&format!("Dòng của {name}"), "members")],
            only,
            ..FormDraft::new_section(&"models".into())
        };
        draft.read(&[], &catalogue, &mut next).unwrap().things
    };
    let cells = Only {
        unit_kinds: vec![UnitKind::GrassrootsCell],
        ..Only::default()
    };
    let mut things = section("Mục một", Only::default());
    things.extend(section("Mục hai", cells.clone()));
    let last = |things: &[OwnThing]| {
        let after = Catalogue::with_own(things);
        let sections = &after.form(&"models".into()).unwrap().sections;
        let names = sections
            .iter()
            .rev()
            .take(2)
            .map(|it| (it.label.vi.clone(), it.only.clone()));
        names.collect::<Vec<_>>()
    };
    assert_eq!(last(&things)[0], ("Mục hai".to_owned(), cells.clone()));
    let sections: Vec<&OwnSection> = things
        .iter()
        .filter_map(|thing| match thing {
            OwnThing::Section(section) => Some(section),
            _ => None,
        })
        .collect();
    // What is edited keeps whom it is asked of.
    let after = Catalogue::with_own(&things);
    let again = FormDraft::of_section(&Ledger::default(), &after, sections[1]);
    assert_eq!(again.only, cells);
    let moved = changed(&things, &exchanged(sections[0], sections[1]), &[]);
    assert_eq!(
        last(&moved),
        [("Mục một".to_owned(), Only::default()), ("Mục hai".to_owned(), cells)]
    );
}
