//! The line under a finding: "4.201/4.201 · 73/73 đơn vị đã báo cáo · đến 31/07/2021 · số liệu minh họa".

use super::coverage::{Reach, reported_brief};
use super::share::{Share, part_of_whole};
use super::words::{count, quantity};
use crate::model::date::Date;
use crate::model::indicator::Averaging;
use crate::model::quantity::Quantity;
use crate::model::text::Lang;

/// What a figure rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Numerator and denominator of a rate.
    pub share: Option<Share>,
    /// The figure of a total.
    pub total: Option<Quantity>,
    /// Who reported; `None` where nobody reports (a figure of the whole bloc).
    pub reach: Option<Reach>,
    /// The day the figures stand for.
    pub as_of: Option<Date>,
    /// How rates of several periods became one, where they did.
    pub averaging: Option<Averaging>,
    /// Cells that could not be read and are left out.
    pub invalid: usize,
    /// Whether figures of single units are made up.
    pub illustrative: bool,
}

/// The line, its parts joined by dots; empty when nothing is known.
pub fn facts(lang: Lang, facts: &Facts) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(facts.share.as_ref().map(|share| part_of_whole(lang, share)));
    parts.extend(facts.total.map(|total| quantity(lang, total)));
    parts.extend(facts.reach.as_ref().map(|reach| reported_brief(lang, reach)));
    parts.extend(facts.as_of.map(|date| match lang {
        Lang::Vi => format!("đến {}", date.format(lang)),
        Lang::En => format!("as of {}", date.format(lang)),
    }));
    parts.extend(facts.averaging.map(|method| averaging(lang, method).to_owned()));
    if facts.invalid > 0 {
        let invalid = count(lang, facts.invalid as u64);
        parts.push(match lang {
            Lang::Vi => format!("{invalid} ô chưa đọc được, không tính vào"),
            Lang::En if facts.invalid == 1 => "1 unreadable cell left out".to_owned(),
            Lang::En => format!("{invalid} unreadable cells left out"),
        });
    }
    if facts.illustrative {
        parts.push(illustrative(lang).to_owned());
    }
    parts.join(" · ")
}

/// The label of made-up figures of single units.
pub const fn illustrative(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "số liệu minh họa",
        Lang::En => "illustrative figures",
    }
}

/// The label of an averaging method.
pub const fn averaging(lang: Lang, method: Averaging) -> &'static str {
    match (lang, method) {
        (Lang::Vi, Averaging::Pooled) => "gộp tử số và mẫu số các kỳ",
        (Lang::Vi, Averaging::MeanOfRates) => "trung bình cộng tỷ lệ các kỳ",
        (Lang::En, Averaging::Pooled) => "pooled over the periods",
        (Lang::En, Averaging::MeanOfRates) => "mean of the periods' rates",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::Percent;

    #[test]
    fn joins_what_is_known() {
        let known = Facts {
            share: Some(Share {
                part: Quantity::exact(4201),
                whole: Quantity::exact(4201),
                percent: Some(Percent::HUNDRED),
            }),
            reach: Some(Reach::complete(73)),
            as_of: Date::new(2021, 7, 31),
            illustrative: true,
            ..Facts::default()
        };
        assert_eq!(
            facts(Lang::Vi, &known),
            "4.201/4.201 · 73/73 đơn vị đã báo cáo · đến 31/07/2021 · số liệu minh họa"
        );
        assert_eq!(
            facts(Lang::En, &known),
            "4,201 of 4,201 · 73 of 73 units reported · as of 31 Jul 2021 · illustrative figures"
        );
        assert_eq!(facts(Lang::Vi, &Facts::default()), "");
    }

    #[test]
    fn tells_method_and_what_is_left_out() {
        let known = Facts {
            averaging: Some(Averaging::MeanOfRates),
            invalid: 2,
            ..Facts::default()
        };
        assert_eq!(
            facts(Lang::Vi, &known),
            "trung bình cộng tỷ lệ các kỳ · 2 ô chưa đọc được, không tính vào"
        );
    }
}
