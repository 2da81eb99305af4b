//! A heat map of units by drives.

use super::words::{capitalised, count, units};
use crate::model::number::Count;
use crate::model::text::{Lang, Text};

/// What a heat map holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatFact {
    /// How many units have a row.
    pub units: usize,
    /// Of each drive, how many of the units that were expected have reported, and how many were expected.
    pub drives: Vec<(usize, usize)>,
}

/// "Tỷ lệ tham gia qua 3 đợt: 1 đợt đủ 73 đơn vị, 1 đợt còn thiếu 6 đơn vị, 1 đợt chưa đơn vị nào báo cáo".
pub fn heat_map(lang: Lang, label: &Text, fact: &HeatFact) -> String {
    let label = capitalised(label.in_lang(lang));
    let number = |some: usize| count(lang, Count::try_from(some).unwrap_or(Count::MAX));
    let drives = |some: usize| match (lang, some) {
        (Lang::Vi, _) => format!("{} đợt", number(some)),
        (Lang::En, 1) => "1 drive".to_owned(),
        (Lang::En, _) => format!("{} drives", number(some)),
    };
    let all = fact.drives.iter().filter(|(_, expected)| *expected > 0);
    let whole = all.clone().filter(|(done, expected)| done == expected).count();
    let none = all.clone().filter(|(done, _)| *done == 0).count();
    let lacking: Vec<usize> = all
        .filter(|(done, expected)| *done > 0 && done < expected)
        .map(|(done, expected)| expected - done)
        .collect();
    let head = match lang {
        Lang::Vi => format!("{label} qua {}", drives(fact.drives.len())),
        Lang::En => format!("{label} over {}", drives(fact.drives.len())),
    };
    let rows = units(lang, fact.units);
    if whole + lacking.len() == 0 {
        return match lang {
            Lang::Vi => format!("{head}: chưa có số liệu"),
            Lang::En => format!("{head}: no figures yet"),
        };
    }
    if none + lacking.len() == 0 {
        return match lang {
            Lang::Vi => format!("{head}: {rows} đã báo cáo đủ"),
            Lang::En => format!("{head}: {rows}, all reported"),
        };
    }
    let mut parts = Vec::new();
    if whole > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} đã báo cáo đủ", drives(whole)),
            Lang::En => format!("{} reported by all", drives(whole)),
        });
    }
    match lacking.as_slice() {
        [] => {}
        [one] => parts.push(match lang {
            Lang::Vi => format!("{} còn thiếu {}", drives(1), units(lang, *one)),
            Lang::En => format!("{} still lacks {}", drives(1), units(lang, *one)),
        }),
        several => parts.push(match lang {
            Lang::Vi => format!("{} còn thiếu báo cáo", drives(several.len())),
            Lang::En => format!("{} still lack reports", drives(several.len())),
        }),
    }
    if none > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{} chưa đơn vị nào báo cáo", drives(none)),
            Lang::En => format!("{} reported by nobody yet", drives(none)),
        });
    }
    format!("{head}: {}", parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(lang: Lang, drives: &[(usize, usize)]) -> String {
        let fact = HeatFact {
            units: 73,
            drives: drives.to_vec(),
        };
        heat_map(lang, &Text::new("tỷ lệ tham gia", "participation"), &fact)
    }

    #[test]
    fn says_which_drives_are_whole_and_which_are_not() {
        assert_eq!(
            said(Lang::Vi, &[(73, 73), (67, 73), (0, 73)]),
            "Tỷ lệ tham gia qua 3 đợt: 1 đợt đã báo cáo đủ, 1 đợt còn thiếu 6 đơn vị, 1 đợt chưa đơn vị nào báo cáo"
        );
        assert_eq!(
            said(Lang::En, &[(70, 73), (67, 73)]),
            "Participation over 2 drives: 2 drives still lack reports"
        );
        assert_eq!(
            said(Lang::En, &[(73, 73)]),
            "Participation over 1 drive: 73 units, all reported"
        );
        assert_eq!(
            said(Lang::Vi, &[(70, 70), (73, 73)]),
            "Tỷ lệ tham gia qua 2 đợt: 73 đơn vị đã báo cáo đủ"
        );
        assert!(said(Lang::Vi, &[(0, 73), (0, 0)]).ends_with(": chưa có số liệu"));
    }
}
