//! Who has reported: "70/73 đơn vị đã báo cáo; còn 3 đơn vị: …".

use super::words::{count, names, units};
use crate::model::text::Lang;

/// Up to so many missing units are named; more are counted.
pub const NAMED: usize = 5;

/// Who was to report and who has not, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many are expected.
    pub expected: usize,
    /// Who has nothing, in the official order.
    pub missing: Vec<String>,
    /// Who has a part only.
    pub partial: Vec<String>,
}

impl Reach {
    /// Everybody of `expected` has reported.
    pub fn complete(expected: usize) -> Reach {
        Reach {
            expected,
            ..Reach::default()
        }
    }

    /// How many have reported, in whole or in part.
    pub fn included(&self) -> usize {
        self.expected.saturating_sub(self.missing.len())
    }

    /// Nothing is left to say of it where a text has said the same before.
    pub fn unless_said(self, said: Option<&Reach>) -> Reach {
        match said == Some(&self) {
            true => Reach::complete(self.expected),
            false => self,
        }
    }

    /// Whether all have reported all.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty() && self.partial.is_empty()
    }
}

/// Who has reported, as a sentence of its own.
pub fn completeness(lang: Lang, reach: &Reach) -> String {
    let mut text = match (reach.expected, reach.included()) {
        (0, _) => return pick(lang, "Không có đơn vị nào phải báo cáo", "No unit is to report").to_owned(),
        (1, 0) => return pick(lang, "Đơn vị chưa báo cáo", "The unit has not reported").to_owned(),
        (1, _) if reach.is_complete() => return pick(lang, "Đơn vị đã báo cáo", "The unit has reported").to_owned(),
        (all, 0) => {
            let all = count(lang, all as u64);
            return match lang {
                Lang::Vi => format!("Chưa đơn vị nào trong {all} đơn vị báo cáo"),
                Lang::En => format!("None of {all} units has reported"),
            };
        }
        (all, _) if reach.is_complete() => {
            let all = count(lang, all as u64);
            return match lang {
                Lang::Vi => format!("Cả {all} đơn vị đã báo cáo"),
                Lang::En => format!("All {all} units have reported"),
            };
        }
        _ => reported_brief(lang, reach),
    };
    if !reach.partial.is_empty() {
        let partial = units(lang, reach.partial.len());
        text.push_str(&match lang {
            Lang::Vi => format!(", trong đó {partial} chưa đủ{}", listed(&reach.partial)),
            Lang::En => format!(", of which {partial} not in full{}", listed(&reach.partial)),
        });
    }
    if !reach.missing.is_empty() {
        let missing = units(lang, reach.missing.len());
        text.push_str(&match lang {
            Lang::Vi => format!("; còn {missing}{}", listed(&reach.missing)),
            Lang::En => format!("; {missing} missing{}", listed(&reach.missing)),
        });
    }
    text
}

/// Who has not reported, behind a sentence that says how many have: "Còn 3 đơn vị chưa báo cáo: …". Empty where nobody or
/// everybody is missing: that sentence has said it.
pub fn still_missing(lang: Lang, reach: &Reach) -> String {
    if reach.missing.is_empty() || reach.included() == 0 {
        return String::new();
    }
    let (missing, list) = (units(lang, reach.missing.len()), listed(&reach.missing));
    match (lang, reach.missing.len()) {
        (Lang::Vi, _) => format!("Còn {missing} chưa báo cáo{list}"),
        (Lang::En, 1) => format!("{missing} has not reported{list}"),
        (Lang::En, _) => format!("{missing} have not reported{list}"),
    }
}

fn listed(missing: &[String]) -> String {
    if missing.len() <= NAMED {
        format!(": {}", names(missing))
    } else {
        String::new()
    }
}

/// "70/73 đơn vị đã báo cáo".
pub fn reported_brief(lang: Lang, reach: &Reach) -> String {
    let (included, expected) = (count(lang, reach.included() as u64), count(lang, reach.expected as u64));
    match lang {
        Lang::Vi => format!("{included}/{expected} đơn vị đã báo cáo"),
        Lang::En => format!("{included} of {expected} units reported"),
    }
}

/// What a sentence about a figure adds when not everybody is in it: "; 70/73 đơn vị đã báo cáo".
/// Empty when the coverage is whole, because then there is nothing to warn of.
pub fn tail(lang: Lang, reach: &Reach) -> String {
    if reach.is_complete() {
        return String::new();
    }
    let mut text = format!("; {}", reported_brief(lang, reach));
    if reach.partial.len() > 1 && reach.partial.len() == reach.included() {
        text.push_str(pick(lang, " nhưng chưa đơn vị nào báo cáo đủ", ", none in full"));
    } else if !reach.partial.is_empty() {
        let partial = units(lang, reach.partial.len());
        text.push_str(&match lang {
            Lang::Vi => format!(", trong đó {partial} chưa đủ"),
            Lang::En => format!(", of which {partial} not in full"),
        });
    }
    text
}

pub(crate) const fn pick(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(expected: usize, missing: usize) -> Reach {
        Reach {
            expected,
            missing: (1..=missing).map(|at| format!("Chi bộ {at}")).collect(),
            partial: Vec::new(),
        }
    }

    #[test]
    fn few_are_named_and_many_are_counted() {
        let vi = |expected, missing| completeness(Lang::Vi, &reach(expected, missing));
        assert_eq!(vi(73, 0), "Cả 73 đơn vị đã báo cáo");
        assert_eq!(vi(73, 73), "Chưa đơn vị nào trong 73 đơn vị báo cáo");
        assert_eq!(
            vi(73, 3),
            "70/73 đơn vị đã báo cáo; còn 3 đơn vị: Chi bộ 1; Chi bộ 2; Chi bộ 3"
        );
        assert_eq!(vi(73, 1), "72/73 đơn vị đã báo cáo; còn 1 đơn vị: Chi bộ 1");
        assert_eq!(vi(73, 20), "53/73 đơn vị đã báo cáo; còn 20 đơn vị");
        assert_eq!(vi(1, 0), "Đơn vị đã báo cáo");
        assert_eq!(vi(1, 1), "Đơn vị chưa báo cáo");
        assert_eq!(vi(0, 0), "Không có đơn vị nào phải báo cáo");
    }

    #[test]
    fn english_says_the_same() {
        let en = |expected, missing| completeness(Lang::En, &reach(expected, missing));
        assert_eq!(en(73, 1), "72 of 73 units reported; 1 unit missing: Chi bộ 1");
        assert_eq!(en(73, 20), "53 of 73 units reported; 20 units missing");
        assert_eq!(en(1_200, 0), "All 1,200 units have reported");
    }

    #[test]
    fn a_part_is_no_whole() {
        let some = Reach {
            expected: 3,
            missing: Vec::new(),
            partial: vec!["Chi bộ A".into()],
        };
        assert_eq!(
            completeness(Lang::Vi, &some),
            "3/3 đơn vị đã báo cáo, trong đó 1 đơn vị chưa đủ: Chi bộ A"
        );
        assert_eq!(
            tail(Lang::Vi, &some),
            "; 3/3 đơn vị đã báo cáo, trong đó 1 đơn vị chưa đủ"
        );
        let all = Reach {
            expected: 3,
            missing: vec!["Chi bộ C".into()],
            partial: vec!["Chi bộ A".into(), "Chi bộ B".into()],
        };
        assert_eq!(
            tail(Lang::Vi, &all),
            "; 2/3 đơn vị đã báo cáo nhưng chưa đơn vị nào báo cáo đủ"
        );
        assert_eq!(tail(Lang::En, &all), "; 2 of 3 units reported, none in full");
        assert_eq!(tail(Lang::En, &Reach::complete(73)), "");
    }
}
