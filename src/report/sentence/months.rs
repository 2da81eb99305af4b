//! A year month by month: the most, the least, the mean.

use super::words::{capitalised, count, tenths};
use crate::model::number::Count;
use crate::model::text::{Lang, Text};

/// One month's figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthFigure {
    /// The month's name, as [`crate::report::period_name::period_name`] gives it.
    pub name: String,
    /// How many; `None` when nobody reported or it lies ahead.
    pub count: Option<Count>,
}

/// "Kết nạp đảng viên: 121 trong 11 tháng, bình quân 11 mỗi tháng; nhiều nhất tháng 5/2022 (17), ít nhất tháng 1/2022 (5)".
pub fn months(lang: Lang, label: &Text, figures: &[MonthFigure]) -> String {
    let label = capitalised(label.in_lang(lang));
    let known: Vec<(&str, Count)> = figures
        .iter()
        .filter_map(|month| month.count.map(|count| (month.name.as_str(), count)))
        .collect();
    let total: Count = known.iter().map(|(_, count)| count).sum();
    let most = known.iter().map(|(_, count)| *count).max();
    let least = known.iter().map(|(_, count)| *count).min();
    let (Some(most), Some(least)) = (most, least) else {
        return match lang {
            Lang::Vi => format!("{label}: chưa có số liệu tháng nào"),
            Lang::En => format!("{label}: no month has figures yet"),
        };
    };
    let sum = count(lang, total);
    if let [(name, _)] = known.as_slice() {
        return match lang {
            Lang::Vi => format!("{label}: {sum} trong {name}"),
            Lang::En => format!("{label}: {sum} in {name}"),
        };
    }
    let number = known.len() as u64;
    // Half-up to a tenth.
    let mean = tenths(lang, (total * 20 + number) / (2 * number));
    let mut text = match lang {
        Lang::Vi => format!("{label}: {sum} trong {number} tháng, bình quân {mean} mỗi tháng"),
        Lang::En => format!("{label}: {sum} in {number} months, {mean} a month on average"),
    };
    if most == least {
        text.push_str(match lang {
            Lang::Vi => "; các tháng như nhau",
            Lang::En => "; every month the same",
        });
        return text;
    }
    let at = |wanted: Count| -> Vec<&str> {
        let months = known.iter().filter(|(_, count)| *count == wanted);
        months.map(|(name, _)| *name).collect()
    };
    let place = |wanted: Count| match (lang, at(wanted).as_slice()) {
        (_, [one]) => (*one).to_owned(),
        (Lang::Vi, several) => format!("{} tháng", several.len()),
        (Lang::En, several) => format!("{} months", several.len()),
    };
    let (top, low) = (count(lang, most), count(lang, least));
    text.push_str(&match lang {
        Lang::Vi => format!("; nhiều nhất {} ({top}), ít nhất {} ({low})", place(most), place(least)),
        Lang::En => format!("; most in {} ({top}), fewest in {} ({low})", place(most), place(least)),
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(lang: Lang, counts: &[Option<u64>]) -> String {
        let figures: Vec<MonthFigure> = counts
            .iter()
            .enumerate()
            .map(|(at, &count)| MonthFigure {
                name: format!("tháng {}/2022", at + 1),
                count,
            })
            .collect();
        months(lang, &Text::new("Kết nạp đảng viên", "Admissions"), &figures)
    }

    #[test]
    fn names_the_most_and_the_least() {
        assert_eq!(
            say(Lang::Vi, &[Some(5), Some(12), Some(8), None]),
            "Kết nạp đảng viên: 25 trong 3 tháng, bình quân 8,3 mỗi tháng; nhiều nhất tháng 2/2022 (12), ít nhất tháng 1/2022 (5)"
        );
        assert!(
            say(Lang::Vi, &[Some(0), Some(0), Some(4)]).ends_with("nhiều nhất tháng 3/2022 (4), ít nhất 2 tháng (0)")
        );
    }

    #[test]
    fn few_months_need_few_words() {
        assert_eq!(say(Lang::Vi, &[Some(5)]), "Kết nạp đảng viên: 5 trong tháng 1/2022");
        assert_eq!(
            say(Lang::Vi, &[None, None]),
            "Kết nạp đảng viên: chưa có số liệu tháng nào"
        );
        assert_eq!(
            say(Lang::En, &[Some(2), Some(2)]),
            "Admissions: 4 in 2 months, 2 a month on average; every month the same"
        );
    }
}
