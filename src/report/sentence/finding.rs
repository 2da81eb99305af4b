//! What does not hold, in a sentence that names the figures, and what to do about it.

use super::from_analysis::unit_name;
use super::statement::{StatementFact, beside, parts_do_not_add_up, stated};
use super::target::target_name;
use super::words::{count, quantity};
use crate::analysis::calendar::before;
use crate::analysis::rules::{Finding, FindingKind};
use crate::catalogue::Catalogue;
use crate::model::document::DocumentRef;
use crate::model::id::{CellKey, StatementId};
use crate::model::indicator::{Comparison, Operand, Rule};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::quantity::Quantity;
use crate::model::statement::{StatedValue, Statement, Subject};
use crate::model::text::Lang;
use crate::model::tree::TreeProblem;
use crate::model::unit::UnitKind;
use crate::report::period_name::{capitalised, period_name};

/// What a unit kind is called: "đảng bộ cơ sở".
pub const fn kind_name(lang: Lang, kind: UnitKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, UnitKind::BlocCommittee) => "đảng bộ khối",
        (Lang::Vi, UnitKind::GrassrootsCommittee) => "đảng bộ cơ sở",
        (Lang::Vi, UnitKind::GrassrootsCell) => "chi bộ cơ sở",
        (Lang::Vi, UnitKind::SectionalCommittee) => "đảng bộ bộ phận",
        (Lang::Vi, UnitKind::SubordinateCell) => "chi bộ trực thuộc",
        (Lang::Vi, UnitKind::MassOrganisation) => "tổ chức chính trị - xã hội",
        (Lang::En, UnitKind::BlocCommittee) => "bloc committee",
        (Lang::En, UnitKind::GrassrootsCommittee) => "grassroots committees",
        (Lang::En, UnitKind::GrassrootsCell) => "grassroots cells",
        (Lang::En, UnitKind::SectionalCommittee) => "sectional committees",
        (Lang::En, UnitKind::SubordinateCell) => "subordinate cells",
        (Lang::En, UnitKind::MassOrganisation) => "mass organisations",
    }
}

/// What several kinds together are called: a grassroots committee and cell make "tổ chức cơ sở đảng".
pub fn kinds_name(lang: Lang, kinds: &[UnitKind]) -> String {
    let grassroots = kinds.len() == 2 && kinds.iter().all(|kind| kind.is_grassroots());
    match (lang, grassroots) {
        (Lang::Vi, true) => "tổ chức cơ sở đảng".to_owned(),
        (Lang::En, true) => "grassroots organisations".to_owned(),
        _ => kinds
            .iter()
            .map(|&kind| kind_name(lang, kind))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// What a statement speaks of, as a heading.
pub fn subject_name(lang: Lang, catalogue: &Catalogue, subject: &Subject) -> String {
    let name = match subject {
        Subject::Units { kinds } => kinds_name(lang, kinds),
        Subject::Indicator { indicator, .. } => catalogue
            .indicator(indicator)
            .map_or_else(|| indicator.to_string(), |found| found.label.in_lang(lang).to_owned()),
        Subject::Cells { cells, .. } => {
            let names: Vec<String> = cells.iter().map(|cell| cell_name(lang, catalogue, cell)).collect();
            names.join(", ")
        }
        Subject::Named { name } => name.in_lang(lang).to_owned(),
    };
    capitalised(&name)
}

/// Between a measure's name and its options'.
const OPTION: &str = " – ";

/// What a cell is called: its measure, and its options where it has some.
pub fn cell_name(lang: Lang, catalogue: &Catalogue, cell: &CellKey) -> String {
    let Some(measure) = catalogue.measure(cell.measure()) else {
        return cell.to_string();
    };
    let label = measure.label.in_lang(lang);
    let columns = catalogue.cells(cell, None);
    match columns
        .iter()
        .find(|column| column.key == *cell && !column.options.is_empty())
    {
        Some(column) => format!("{label}{OPTION}{}", column.label.in_lang(lang)),
        None => label.to_owned(),
    }
}

/// What was found.
pub fn finding(lang: Lang, ledger: &Ledger, catalogue: &Catalogue, found: &Finding) -> String {
    let unit = || unit_name(ledger, &found.unit);
    let place = || match &found.period {
        Some(period) => format!("{}, {}", unit(), period_name(lang, period, ledger)),
        None => unit(),
    };
    let statement = |id: &StatementId| ledger.statements.iter().find(|statement| statement.id == *id);
    let label = |statement: Option<&Statement>| {
        statement.map_or_else(String::new, |statement| {
            subject_name(lang, catalogue, &statement.subject)
        })
    };
    let figure = |value: Option<StatedValue>, side: usize| {
        let qualifier = found.qualifiers.get(side).copied().unwrap_or_default();
        value.map_or_else(String::new, |value| stated(lang, value, qualifier))
    };
    match &found.kind {
        FindingKind::Rule(id) => {
            let Some(rule) = catalogue.part().rules.iter().find(|rule| rule.id == *id) else {
                return unit();
            };
            broken_rule(lang, ledger, catalogue, rule, found, &place())
        }
        FindingKind::InvalidInput { typed } => {
            let cells: Vec<String> = found
                .cells
                .iter()
                .map(|cell| cell_name(lang, catalogue, cell))
                .collect();
            let cells = cells.join(", ");
            match lang {
                Lang::Vi => format!(
                    "{}: ô “{cells}” ghi “{typed}”, chưa hiểu được nên chưa tính vào tổng",
                    place()
                ),
                Lang::En => format!(
                    "{}: “{cells}” says “{typed}”, which is not understood and left out of totals",
                    place()
                ),
            }
        }
        FindingKind::MissingWhole(_) | FindingKind::NotBegun | FindingKind::DateOutside(_) => {
            format!("{}: {}", place(), of_return(lang, catalogue, found))
        }
        FindingKind::Tree(TreeProblem::MissingParent { .. }) => match lang {
            Lang::Vi => format!("{}: đơn vị cấp trên không có trong sổ", unit()),
            Lang::En => format!("{}: the unit above it is not in the ledger", unit()),
        },
        FindingKind::Tree(TreeProblem::Cycle(_)) => match lang {
            Lang::Vi => format!("{}: là cấp trên của chính mình", unit()),
            Lang::En => format!("{}: it is above itself", unit()),
        },
        FindingKind::Stated(id) => {
            let statement = statement(id);
            let fact = StatementFact {
                label: label(statement),
                stated: figure(found.left, 0),
                computed: Some(figure(found.right, 1)),
                agrees: false,
            };
            beside(lang, &fact)
        }
        FindingKind::StatedParts(id) => parts_do_not_add_up(lang, &label(statement(id)), whole(found), &found.parts),
        FindingKind::TargetParts(id, _) => {
            let target = ledger.targets.get(id);
            let name = target.map_or_else(String::new, |target| target_name(lang, target, catalogue));
            let name = capitalised(&name);
            let (asked, sum) = (count(lang, whole(found)), count(lang, found.parts.iter().sum()));
            match lang {
                Lang::Vi => format!(
                    "{}: {name} chỉ tiêu {asked}, các phần đã giao cộng lại là {sum}",
                    place()
                ),
                Lang::En => format!("{}: {name}, a target of {asked}, whose parts add up to {sum}", place()),
            }
        }
    }
}

/// What is found in a return beside broken rules, without its unit and period.
fn of_return(lang: Lang, catalogue: &Catalogue, found: &Finding) -> String {
    match &found.kind {
        FindingKind::MissingWhole(id) => {
            let rule = catalogue.part().rules.iter().find(|rule| rule.id == *id);
            rule.map_or_else(String::new, |rule| missing_whole(lang, catalogue, rule, found))
        }
        FindingKind::NotBegun => match lang {
            Lang::Vi => "đã có số liệu trong khi kỳ này chưa bắt đầu".to_owned(),
            Lang::En => "there are figures for a period that has not begun".to_owned(),
        },
        FindingKind::DateOutside(date) => {
            let what = found.cells.first().map(|cell| cell_name(lang, catalogue, cell));
            let date = date.format(lang);
            match (lang, what) {
                (Lang::Vi, Some(cell)) => format!("“{cell}” là ngày {date}, nằm ngoài kỳ"),
                (Lang::Vi, None) => format!("số liệu tính đến ngày {date}, nằm ngoài kỳ"),
                (Lang::En, Some(cell)) => format!("“{cell}” is {date}, outside of the period"),
                (Lang::En, None) => format!("figures as of {date}, outside of the period"),
            }
        }
        _ => String::new(),
    }
}

/// A part that stands without its whole.
fn missing_whole(lang: Lang, catalogue: &Catalogue, rule: &Rule, found: &Finding) -> String {
    let part = side_name(lang, catalogue, &rule.left);
    let whole = side_name(lang, catalogue, &rule.right);
    let figure = found
        .left
        .map_or_else(String::new, |value| stated(lang, value, found.qualifiers[0]));
    match lang {
        Lang::Vi => format!("{part} là {figure} mà {whole} còn trống, nên chưa đối chiếu được"),
        Lang::En => format!("{part} is {figure} and {whole} is empty, so they cannot be compared"),
    }
}

/// What was found in a return, where its unit, its period and its cells are seen: what must hold, and how it stands now.
pub fn said_in_place(lang: Lang, ledger: &Ledger, catalogue: &Catalogue, found: &Finding) -> String {
    let rule = match &found.kind {
        FindingKind::Rule(id) => catalogue.part().rules.iter().find(|rule| rule.id == *id),
        _ => return format!("{}.", capitalised(&of_return(lang, catalogue, found))),
    };
    let Some(rule) = rule else { return String::new() };
    let label = rule.label.in_lang(lang);
    let now = if rule.before {
        earlier_figure(lang, ledger, found)
    } else {
        share_now(lang, found)
    };
    [Some(label.to_owned()), now]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What to do, where the label of a rule was said already.
pub fn remedy_in_place(lang: Lang, catalogue: &Catalogue, found: &Finding) -> String {
    if let FindingKind::Rule(id) = &found.kind {
        let rule = catalogue.part().rules.iter().find(|rule| rule.id == *id);
        return rule.map_or_else(String::new, |rule| rule.remedy.in_lang(lang).to_owned());
    }
    format!("{}.", remedy(lang, catalogue, found))
}

/// "Tháng 6/2021 là 200, nay là 900."
fn earlier_figure(lang: Lang, ledger: &Ledger, found: &Finding) -> Option<String> {
    let earlier = before(found.period.as_ref()?, ledger)?;
    let period = capitalised(&period_name(lang, &earlier, ledger));
    let figure = |value: Option<StatedValue>, side: usize| {
        let qualifier = found.qualifiers.get(side).copied().unwrap_or_default();
        value.map(|value| stated(lang, value, qualifier))
    };
    let (now, then) = (figure(found.left, 0)?, figure(found.right, 1)?);
    Some(match lang {
        Lang::Vi => format!("{period} là {then}, nay là {now}."),
        Lang::En => format!("{period}: {then}; now {now}."),
    })
}

fn whole(found: &Finding) -> Count {
    counted(found.left)
}

fn counted(value: Option<StatedValue>) -> Count {
    match value {
        Some(StatedValue::Count(count)) => count,
        _ => 0,
    }
}

/// Both sides of a rule with their figures, how they stand to one another, and over whom they are.
fn broken_rule(
    lang: Lang,
    ledger: &Ledger,
    catalogue: &Catalogue,
    rule: &Rule,
    found: &Finding,
    place: &str,
) -> String {
    let left = side_name(lang, catalogue, &rule.left);
    let mut right = side_name(lang, catalogue, &rule.right);
    let earlier = found.period.as_ref().filter(|_| rule.before);
    if let Some(earlier) = earlier.and_then(|period| before(period, ledger)) {
        right = format!("{right} {}", period_name(lang, &earlier, ledger));
    }
    let (a, b) = (counted(found.left), counted(found.right));
    let rough = |side: usize| found.qualifiers.get(side).copied().unwrap_or_default();
    let figure = |side: usize, count: Count| {
        quantity(
            lang,
            Quantity {
                count,
                qualifier: rough(side),
            },
        )
    };
    let (written, other) = (figure(0, a), figure(1, b));
    let mut place = place.to_owned();
    let mut reach = String::new();
    if let Some(over) = &found.over {
        let sector = over.sector.as_ref();
        let sector = sector.map(|id| (id, ledger.sectors.iter().find(|sector| sector.id == *id)));
        if let Some((id, sector)) = sector {
            let name = sector.map_or(id.as_str(), |sector| sector.label.in_lang(lang));
            place = format!("{place}, {name}");
        }
        let (reported, expected) = (over.reported, over.expected);
        reach = match lang {
            Lang::Vi => format!(" ({reported}/{expected} đơn vị có số liệu)"),
            Lang::En => format!(" ({reported}/{expected} units have figures)"),
        };
    }
    let Some(share) = found.share else {
        let relation = broken_relation(lang, rule.comparison);
        return match lang {
            Lang::Vi => format!("{place}: {left} là {written}, {relation} {right} là {other}{reach}"),
            Lang::En => format!("{place}: {left} is {written}, {relation} {right}, {other}{reach}"),
        };
    };
    let relation = broken_share(lang, rule.comparison);
    let asked = share.format_short(lang);
    // Of what is only known roughly there is no share to name.
    let exact = rough(0).is_exact() && rough(1).is_exact();
    let actual = exact.then(|| actual_share(lang, a, b, share)).flatten();
    match (lang, actual) {
        (Lang::Vi, Some(actual)) => {
            format!("{place}: {left} là {written}, bằng {actual} của {right} là {other}, {relation} {asked}{reach}")
        }
        (Lang::En, Some(actual)) => {
            format!("{place}: {left} is {written}, {actual} of {right}, {other}, {relation} {asked}{reach}")
        }
        (Lang::Vi, None) => format!("{place}: {left} là {written}, {right} là {other}, {relation} {asked}{reach}"),
        (Lang::En, None) => format!("{place}: {left} is {written}, {right} is {other}, {relation} {asked}{reach}"),
    }
}

/// What a side of a rule is called, as its form has it: “Tham gia học tập – đảng viên”.
fn side_name(lang: Lang, catalogue: &Catalogue, side: &Operand) -> String {
    match side {
        Operand::Units { units } => kinds_name(lang, units),
        Operand::Cells { cells, .. } => {
            let mut names: Vec<String> = Vec::new();
            let mut last = None;
            for cell in cells {
                let name = cell_name(lang, catalogue, cell);
                // Options of one measure stand behind its name together.
                match (names.last_mut(), name.rsplit_once(OPTION)) {
                    (Some(before), Some((_, option))) if last == Some(cell.measure()) => {
                        before.push_str(" + ");
                        before.push_str(option);
                    }
                    _ => names.push(name),
                }
                last = Some(cell.measure());
            }
            let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
            names.join(" + ")
        }
    }
}

/// How two figures stand to one another that ought to compare otherwise.
const fn broken_relation(lang: Lang, asked: Comparison) -> &'static str {
    match (lang, asked) {
        (Lang::Vi, Comparison::AtMost) => "lớn hơn",
        (Lang::Vi, Comparison::AtLeast) => "nhỏ hơn",
        (Lang::Vi, Comparison::MoreThan) => "không lớn hơn",
        (Lang::Vi, Comparison::Equal) => "khác",
        (Lang::En, Comparison::AtMost) => "more than",
        (Lang::En, Comparison::AtLeast) => "less than",
        (Lang::En, Comparison::MoreThan) => "not more than",
        (Lang::En, Comparison::Equal) => "other than",
    }
}

/// What a share is now, for where the cells themselves are seen: "Hiện là 6/20, bằng 30,0%."; `None` for other rules.
fn share_now(lang: Lang, found: &Finding) -> Option<String> {
    let share = found.share?;
    let (a, b) = (counted(found.left), counted(found.right));
    let actual = actual_share(lang, a, b, share)?;
    let (a, b) = (count(lang, a), count(lang, b));
    Some(match lang {
        Lang::Vi => format!("Hiện là {a}/{b}, bằng {actual}."),
        Lang::En => format!("It is {a}/{b} now, {actual}."),
    })
}

/// A share as it is; with one decimal more where the rounded one would read as if the rule held.
fn actual_share(lang: Lang, a: Count, b: Count, asked: Percent) -> Option<String> {
    let decimals = if Percent::of(a, b, 1) == Some(asked) { 2 } else { 1 };
    Percent::of(a, b, decimals).map(|percent| percent.format(decimals, lang))
}

/// How a share stands to the one that is asked for.
const fn broken_share(lang: Lang, asked: Comparison) -> &'static str {
    match (lang, asked) {
        (Lang::Vi, Comparison::AtMost) => "vượt mức",
        (Lang::Vi, Comparison::AtLeast) => "chưa đến mức",
        (Lang::Vi, Comparison::MoreThan) => "không quá mức",
        (Lang::Vi, Comparison::Equal) => "khác mức",
        (Lang::En, Comparison::AtMost) => "above the limit of",
        (Lang::En, Comparison::AtLeast) => "below the asked",
        (Lang::En, Comparison::MoreThan) => "not above the asked",
        (Lang::En, Comparison::Equal) => "other than the asked",
    }
}

/// What must hold, and what to do about it. Nothing is corrected by the app.
pub fn remedy(lang: Lang, catalogue: &Catalogue, found: &Finding) -> String {
    let (vi, en) = match &found.kind {
        FindingKind::Rule(id) => {
            let rule = catalogue.part().rules.iter().find(|rule| rule.id == *id);
            return rule.map_or_else(String::new, |rule| {
                let source = rule.source.as_ref().map(|source| according_to(lang, source));
                let told = [
                    Some(rule.label.in_lang(lang)),
                    source.as_deref(),
                    Some(rule.remedy.in_lang(lang)),
                ];
                told.into_iter().flatten().collect::<Vec<_>>().join(" ")
            });
        }
        FindingKind::MissingWhole(_) => (
            "Nhập nốt ô còn trống; nếu là 0 thì gõ 0",
            "Fill in the empty cell; type 0 where it is none",
        ),
        FindingKind::NotBegun => (
            "Xem có chọn nhầm kỳ không; số dự kiến thì giao ở mục Chỉ tiêu",
            "Check whether the wrong period was chosen; what is planned belongs to Targets",
        ),
        FindingKind::DateOutside(_) => (
            "Sửa lại ngày, hoặc chuyển số liệu sang đúng kỳ",
            "Correct the date, or enter the figures for its own period",
        ),
        FindingKind::InvalidInput { .. } => (
            "Nhập lại bằng số nguyên, ví dụ 4201 hoặc 4.201",
            "Enter a whole number again, for example 4201 or 4.201",
        ),
        FindingKind::Tree(_) => (
            "Chọn lại đơn vị cấp trên ở mục Đơn vị",
            "Choose the unit above it again under Units",
        ),
        FindingKind::Stated(_) => (
            "Kiểm tra số đã nhập và đơn vị chưa báo cáo, hoặc ghi lời giải thích",
            "Check the figures entered and who has not reported, or write an explanation",
        ),
        FindingKind::StatedParts(_) => (
            "Đối chiếu với văn bản gốc; số trong sổ không bị sửa",
            "Compare with the original document; nothing in the ledger is changed",
        ),
        FindingKind::TargetParts(..) => (
            "Giao lại cho khớp với chỉ tiêu chung",
            "Divide it again so that it adds up",
        ),
    };
    match lang {
        Lang::Vi => vi.to_owned(),
        Lang::En => en.to_owned(),
    }
}

/// The document that sets a rule: "Theo 21-HD/BTCTW, 18/10/2019."
pub fn according_to(lang: Lang, source: &DocumentRef) -> String {
    let citation = source.citation(lang);
    match lang {
        Lang::Vi => format!("Theo {citation}."),
        Lang::En => format!("By {citation}."),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::{Scope, rules};
    use crate::demo;
    use crate::model::date::Date;
    use crate::model::period::Period;
    use crate::model::quantity::Qualifier;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::Unit;

    #[test]
    fn a_published_sum_that_does_not_add_up_names_all_its_figures() {
        let ledger = Ledger::from_records(&demo::load("hoa-binh-2022").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let today = ledger.seen_on(Date::new(2026, 1, 1).unwrap());
        let scope = Scope::whole(&ledger, &catalogue, today);
        let found = rules::findings(&scope, &Period::Year(2022));
        let said: Vec<String> = found
            .iter()
            .map(|one| finding(Lang::Vi, &ledger, &catalogue, one))
            .collect();
        assert!(
            said.iter()
                .any(|line| line == "Tổ chức cơ sở đảng: báo cáo nêu 73, nhưng các phần 46 + 26 = 72, lệch 1"),
            "{said:#?}"
        );
        assert!(found.iter().all(|one| !remedy(Lang::Vi, &catalogue, one).is_empty()));
    }

    #[test]
    fn a_broken_rule_names_both_cells_with_their_figures() {
        let catalogue = Catalogue::built_in().unwrap();
        let rule = &catalogue.part().rules[0];
        let unit = Unit::new("u1", None, UnitKind::GrassrootsCell, "Chi bộ Báo tỉnh").to_record();
        let mut returned = Return::new(rule.form.clone(), "u1".into(), Period::Month(2022, 5));
        returned.cells.insert("admitted".into(), Cell::count(9));
        let mut heads = Return::new("headcount".into(), "u1".into(), Period::Month(2022, 4));
        heads.cells.insert("head_count.members".into(), Cell::count(8));
        let ledger = Ledger::from_records(&[unit, returned.to_record(), heads.to_record()]);
        let scope = Scope::whole(&ledger, &catalogue, Date::new(2022, 6, 30).unwrap());
        let found = rules::findings(&scope, &Period::Year(2022));
        let said = finding(Lang::Vi, &ledger, &catalogue, &found[0]);
        assert!(said.starts_with("Chi bộ Báo tỉnh, tháng 5/2022: “"), "{said}");
        assert!(said.contains("” là 9, lớn hơn “") && said.ends_with("” là 8"), "{said}");
        let said = finding(Lang::En, &ledger, &catalogue, &found[0]);
        assert!(said.contains("” is 9, more than “") && said.ends_with("”, 8"), "{said}");
        let rough = Finding {
            qualifiers: [Qualifier::MoreThan, Qualifier::About],
            ..found[0].clone()
        };
        let said = finding(Lang::Vi, &ledger, &catalogue, &rough);
        assert!(
            said.contains("” là hơn 9, lớn hơn “") && said.ends_with("” là khoảng 8"),
            "{said}"
        );
        let remedy = remedy(Lang::Vi, &catalogue, &found[0]);
        assert!(
            remedy.contains("không quá") && remedy.contains("Xem có nhập nhầm"),
            "{remedy}"
        );
    }

    fn classified(members: [u64; 2], own: &[(&str, &str)]) -> Ledger {
        let mut records = vec![Unit::new("b", None, UnitKind::BlocCommittee, "Đảng bộ Khối").to_record()];
        for (at, (id, level)) in own.iter().enumerate() {
            let unit = Unit::new(*id, Some("b".into()), UnitKind::GrassrootsCell, format!("Chi bộ {id}"));
            let mut found = Return::new("classification".into(), (*id).into(), Period::Year(2022));
            found.cells.insert(
                "quality_own".into(),
                Cell::from(crate::model::returns::CellValue::Level((*level).into())),
            );
            if at == 0 {
                let [excellent, good] = members.map(Cell::count);
                found.cells.insert("quality_members.excellent".into(), excellent);
                found.cells.insert("quality_members.good".into(), good);
            }
            records.extend([unit.to_record(), found.to_record()]);
        }
        Ledger::from_records(&records)
    }

    #[test]
    fn a_cap_names_both_figures_the_percent_and_the_document() {
        let own = [("A", "excellent"), ("B", "excellent"), ("C", "good"), ("D", "good")];
        let ledger = classified([6, 18], &own);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, Date::new(2023, 2, 28).unwrap());
        let found = rules::findings(&scope, &Period::Year(2022));
        let said: Vec<String> = found
            .iter()
            .map(|one| finding(Lang::Vi, &ledger, &catalogue, one))
            .collect();
        let of_unit = said
            .iter()
            .find(|line| line.starts_with("Chi bộ A, năm 2022: "))
            .unwrap();
        assert!(of_unit.contains("” là 6, bằng 25,0% của “"), "{of_unit}");
        assert!(
            of_unit.ends_with(" + Hoàn thành tốt nhiệm vụ” là 24, vượt mức 20%"),
            "{of_unit}"
        );
        let unit = found.iter().find(|found| found.over.is_none()).unwrap();
        assert_eq!(share_now(Lang::Vi, unit).unwrap(), "Hiện là 6/24, bằng 25,0%.");
        let of_bloc = said
            .iter()
            .find(|line| line.starts_with("Đảng bộ Khối, năm 2022: "))
            .unwrap();
        assert!(of_bloc.contains("là 2, bằng 50,0% của"), "{of_bloc}");
        assert!(
            of_bloc.ends_with("là 4, vượt mức 20% (4/4 đơn vị có số liệu)"),
            "{of_bloc}"
        );
        // A share a hair above the limit is not written as the limit.
        assert_eq!(
            actual_share(Lang::En, 2001, 10000, Percent::from_hundredths(2000)).unwrap(),
            "20.01%"
        );
        let remedy = remedy(Lang::Vi, &catalogue, &found[0]);
        assert!(remedy.contains("Theo 21-HD/BTCTW, 18/10/2019."), "{remedy}");
    }
}
