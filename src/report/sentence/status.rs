//! Where a target stands, in a word and in a sentence.

use super::words::bound;
use crate::model::indicator::Comparison;
use crate::model::number::format_count;
use crate::model::target::TargetValue;
use crate::model::text::Lang;

/// Where a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Reached, exactly.
    Met,
    /// More than reached.
    Exceeded,
    /// Not yet over, and at least as far as an even pace asks.
    OnTrack,
    /// Not yet over, and behind an even pace.
    Behind,
    /// Over, and not reached.
    NotMet,
    /// Nobody has reported.
    NoFigures,
    /// Its period has not begun.
    Ahead,
}

/// The word beside the icon: "đạt", "vượt", "đúng tiến độ" …
pub const fn standing_word(lang: Lang, standing: Standing) -> &'static str {
    match (lang, standing) {
        (Lang::Vi, Standing::Met) => "Đạt",
        (Lang::Vi, Standing::Exceeded) => "Vượt",
        (Lang::Vi, Standing::OnTrack) => "Đúng tiến độ",
        (Lang::Vi, Standing::Behind) => "Chậm tiến độ",
        (Lang::Vi, Standing::NotMet) => "Chưa đạt",
        (Lang::Vi, Standing::NoFigures) => "Chưa có số liệu",
        (Lang::Vi, Standing::Ahead) => "Chưa đến kỳ",
        (Lang::En, Standing::Met) => "Met",
        (Lang::En, Standing::Exceeded) => "Exceeded",
        (Lang::En, Standing::OnTrack) => "On track",
        (Lang::En, Standing::Behind) => "Behind",
        (Lang::En, Standing::NotMet) => "Not met",
        (Lang::En, Standing::NoFigures) => "No figures",
        (Lang::En, Standing::Ahead) => "Not yet due",
    }
}

/// What a target asks for: "Chỉ tiêu: từ 130 trở lên".
pub fn asked(lang: Lang, comparison: Comparison, value: TargetValue) -> String {
    let figure = match value {
        TargetValue::Count(count) => format_count(count, lang),
        TargetValue::Percent(percent) => percent.format_short(lang),
    };
    bound(lang, comparison, &figure)
}

/// A target that nothing of the catalogue measures yet: its wording and what it asks.
pub fn unmeasured(lang: Lang, label: &str, comparison: Comparison, value: TargetValue) -> String {
    let asked = asked(lang, comparison, value);
    match lang {
        Lang::Vi => format!("{label}: {asked}; chưa có chỉ số để tính"),
        Lang::En => format!("{label}: {asked}; nothing measures it yet"),
    }
}

/// How many targets stand where: "Đạt 3/5 chỉ tiêu; 1 chậm tiến độ; 1 chưa có số liệu". Where all stand alike: "4 chỉ tiêu, đều
/// chưa đến kỳ"; while nothing can be judged, only why: "4 chỉ tiêu: 2 chưa có số liệu; 2 chưa đến kỳ".
pub fn summary(lang: Lang, standings: &[Standing]) -> String {
    if standings.is_empty() {
        return match lang {
            Lang::Vi => "Chưa đặt chỉ tiêu nào",
            Lang::En => "No targets set",
        }
        .to_owned();
    }
    let number = |of: &[Standing]| standings.iter().filter(|standing| of.contains(standing)).count();
    let rest: [(Standing, &str, &str); 5] = [
        (Standing::OnTrack, "đúng tiến độ", "on track"),
        (Standing::Behind, "chậm tiến độ", "behind"),
        (Standing::NotMet, "chưa đạt", "not met"),
        (Standing::NoFigures, "chưa có số liệu", "without figures"),
        (Standing::Ahead, "chưa đến kỳ", "not yet due"),
    ];
    let named: Vec<String> = rest
        .iter()
        .filter(|(standing, ..)| number(&[*standing]) > 0)
        .map(|(standing, vi, en)| format!("{} {}", number(&[*standing]), if lang == Lang::Vi { vi } else { en }))
        .collect();
    let alike = rest
        .iter()
        .find(|(standing, ..)| number(&[*standing]) == standings.len());
    if let Some((_, vi, en)) = alike {
        return match (lang, standings.len()) {
            (Lang::Vi, 1) => format!("1 chỉ tiêu, {vi}"),
            (Lang::Vi, all) => format!("{all} chỉ tiêu, đều {vi}"),
            (Lang::En, 1) => format!("1 target, {en}"),
            (Lang::En, all) => format!("{all} targets, all {en}"),
        };
    }
    let (all, reached) = (standings.len(), number(&[Standing::Met, Standing::Exceeded]));
    let judged = all - number(&[Standing::NoFigures, Standing::Ahead]);
    if judged == 0 {
        let named = named.join("; ");
        return match lang {
            Lang::Vi => format!("{all} chỉ tiêu: {named}"),
            Lang::En => format!("{all} targets: {named}"),
        };
    }
    let head = match (lang, all) {
        (Lang::Vi, _) => format!("Đạt {reached}/{all} chỉ tiêu"),
        (Lang::En, 1) => format!("{reached} of 1 target met"),
        (Lang::En, _) => format!("{reached} of {all} targets met"),
    };
    std::iter::once(head).chain(named).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::Percent;

    #[test]
    fn counts_targets_by_where_they_stand() {
        use Standing::*;
        assert_eq!(
            summary(Lang::Vi, &[Met, Behind, Exceeded, NoFigures, Met]),
            "Đạt 3/5 chỉ tiêu; 1 chậm tiến độ; 1 chưa có số liệu"
        );
        assert_eq!(
            summary(Lang::En, &[OnTrack, NotMet, Ahead]),
            "0 of 3 targets met; 1 on track; 1 not met; 1 not yet due"
        );
        assert_eq!(
            summary(Lang::Vi, &[NoFigures, NoFigures, Ahead]),
            "3 chỉ tiêu: 2 chưa có số liệu; 1 chưa đến kỳ"
        );
        assert_eq!(summary(Lang::En, &[NoFigures]), "1 target, without figures");
        assert_eq!(summary(Lang::Vi, &[Exceeded]), "Đạt 1/1 chỉ tiêu");
        assert_eq!(summary(Lang::Vi, &[Ahead, Ahead]), "2 chỉ tiêu, đều chưa đến kỳ");
        assert_eq!(summary(Lang::Vi, &[OnTrack]), "1 chỉ tiêu, đúng tiến độ");
        assert_eq!(summary(Lang::Vi, &[]), "Chưa đặt chỉ tiêu nào");
    }

    #[test]
    fn says_what_is_asked() {
        let of = |comparison, value| unmeasured(Lang::Vi, "Cơ quan đạt chuẩn văn hóa", comparison, value);
        assert_eq!(
            of(
                Comparison::AtLeast,
                TargetValue::Percent(Percent::from_hundredths(80_00))
            ),
            "Cơ quan đạt chuẩn văn hóa: từ 80% trở lên; chưa có chỉ số để tính"
        );
        assert_eq!(
            asked(Lang::En, Comparison::MoreThan, TargetValue::Count(1_300)),
            "more than 1,300"
        );
    }
}
