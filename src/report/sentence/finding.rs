//! What does not hold, in a sentence that names the figures, and what to do about it.

mod broken;

use super::from_analysis::unit_name;
use super::own_catalogue::{problem_found, problem_remedy};
use super::statement::{StatementFact, beside, parts_do_not_add_up, stated};
use super::target::target_name;
use super::words::count;
use crate::analysis::rules::{Finding, FindingKind};
use crate::catalogue::Catalogue;
use crate::model::document::DocumentRef;
use crate::model::id::{CellKey, StatementId};
use crate::model::ledger::Ledger;
use crate::model::number::Count;
use crate::model::statement::{StatedValue, Statement, Subject};
use crate::model::text::Lang;
use crate::model::tree::TreeProblem;
use crate::model::unit::UnitKind;
use crate::report::period_name::{capitalised, period_name};
pub use broken::cell_names;
use broken::{broken_rule, counted, earlier_figure, missing_whole, share_now};

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

/// The options of a cell, where it has some.
fn options_name(lang: Lang, catalogue: &Catalogue, cell: &CellKey) -> Option<String> {
    let columns = catalogue.cells(cell, None);
    let mut own = columns
        .iter()
        .filter(|column| column.key == *cell && !column.options.is_empty());
    own.next().map(|column| column.label.in_lang(lang).to_owned())
}

/// What a cell is called: its measure, and its options in brackets where it has some. Beside a sign of arithmetic a dash would read as
/// minus.
pub fn cell_name(lang: Lang, catalogue: &Catalogue, cell: &CellKey) -> String {
    let Some(measure) = catalogue.measure(cell.measure()) else {
        return cell.to_string();
    };
    let label = measure.label.in_lang(lang);
    match options_name(lang, catalogue, cell) {
        Some(options) => format!("{label} ({options})"),
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
        FindingKind::Catalogue(problem) => capitalised(&problem_found(lang, catalogue, problem)),
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

fn whole(found: &Finding) -> Count {
    counted(found.left)
}

/// What must hold, and what to do about it. Nothing is corrected by the app.
pub fn remedy(lang: Lang, catalogue: &Catalogue, found: &Finding) -> String {
    let (vi, en) = match &found.kind {
        FindingKind::Catalogue(problem) => return problem_remedy(lang, catalogue, problem),
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
}
