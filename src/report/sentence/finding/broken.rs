//! A rule that does not hold: its sides, their figures, and how these stand to one another.

use super::{cell_name, kinds_name, options_name};
use crate::analysis::calendar::before;
use crate::analysis::rules::Finding;
use crate::catalogue::Catalogue;
use crate::model::id::CellKey;
use crate::model::indicator::{Comparison, Operand, Rule};
use crate::model::ledger::Ledger;
use crate::model::number::{Count, Percent};
use crate::model::quantity::Quantity;
use crate::model::statement::StatedValue;
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_name};
use crate::report::sentence::statement::stated;
use crate::report::sentence::words::{count, quantity};

/// A count that a finding names; 0 for what is none.
pub(super) fn counted(value: Option<StatedValue>) -> Count {
    match value {
        Some(StatedValue::Count(count)) => count,
        _ => 0,
    }
}

/// Both sides of a rule with their figures, how they stand to one another, and over whom they are.
pub(super) fn broken_rule(
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

/// What a side of a rule is called, as its form has it: “Tham gia học tập (đảng viên)”.
fn side_name(lang: Lang, catalogue: &Catalogue, side: &Operand) -> String {
    match side {
        Operand::Units { units } => kinds_name(lang, units),
        Operand::Cells { cells, .. } => {
            let names = cell_names(lang, catalogue, cells).into_iter();
            names.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" + ")
        }
    }
}

/// What cells that are added up are called: options of one measure stand behind its name together.
pub fn cell_names(lang: Lang, catalogue: &Catalogue, cells: &[CellKey]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut last = None;
    for cell in cells {
        match (names.last_mut(), options_name(lang, catalogue, cell)) {
            (Some(before), Some(options)) if last == Some(cell.measure()) && before.ends_with(')') => {
                // Into the bracket that is there.
                before.pop();
                before.push_str(&format!(" + {options})"));
            }
            _ => names.push(cell_name(lang, catalogue, cell)),
        }
        last = Some(cell.measure());
    }
    names
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
pub(super) fn share_now(lang: Lang, found: &Finding) -> Option<String> {
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

/// A part that stands without its whole.
pub(super) fn missing_whole(lang: Lang, catalogue: &Catalogue, rule: &Rule, found: &Finding) -> String {
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

/// "Tháng 6/2021 là 200, nay là 900."
pub(super) fn earlier_figure(lang: Lang, ledger: &Ledger, found: &Finding) -> Option<String> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{finding, remedy};
    use super::*;
    use crate::analysis::{Scope, rules};
    use crate::model::date::Date;
    use crate::model::period::Period;
    use crate::model::quantity::Qualifier;
    use crate::model::record::Entity;
    use crate::model::returns::{Cell, Return};
    use crate::model::unit::{Unit, UnitKind};

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
            of_unit.ends_with(" + Hoàn thành tốt nhiệm vụ)” là 24, vượt mức 20%"),
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
