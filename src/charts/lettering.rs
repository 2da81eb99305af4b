//! How wide a text will be and where it breaks, so that a row is as high as its name needs.
//!
//! The widths are Be Vietnam Pro's own (thousandths of its size); the marks of Vietnamese letters add
//! nothing to them. A fallback font is a few per cent narrower, so nothing overflows with it.

/// Advance widths of U+0020 to U+007E, regular weight, figures tabular.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503,
    684, 684, 684, 684, 684, 684, 684, 684, 684, 684, 286, 303, 556, 726, 556, 573,
    1005, 736, 674, 775, 728, 620, 633, 783, 709, 258, 465, 679, 624, 853, 732, 826,
    644, 822, 668, 635, 650, 725, 706, 1005, 720, 665, 660, 459, 485, 459, 559, 702,
    202, 642, 652, 613, 652, 599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642,
    652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426, 408, 426, 468,
];
/// Weight 600 over weight 400.
const BOLD: f64 = 1.025;

/// The width of `text` in pixels at `size` pixels.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| f64::from(advance(c))).sum::<f64>() * size / 1000.0
}

/// The width of a text set in weight 500 or 600.
pub fn width_bold(text: &str, size: f64) -> f64 {
    width(text, size) * BOLD
}

fn advance(c: char) -> u16 {
    match c {
        '…' => 726,
        '–' | '−' => 680,
        '—' | '→' | '≥' | '≤' => 870,
        '·' => 255,
        'đ' => 662,
        'Đ' => 788,
        'Ư' => 745,
        _ => {
            let plain = unmarked(c);
            (u32::from(plain))
                .checked_sub(32)
                .and_then(|place| ASCII.get(place as usize).copied())
                .map_or(700, |width| if plain == c { width } else { width + 11 })
        }
    }
}

/// The letter under a Vietnamese letter's marks.
fn unmarked(c: char) -> char {
    let (upper, lower) = match c {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | 'Ạ'..='ặ' => ('A', 'a'),
        'È'..='Ë' | 'è'..='ë' | 'Ẹ'..='ệ' => ('E', 'e'),
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => ('I', 'i'),
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => ('O', 'o'),
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => ('U', 'u'),
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => ('Y', 'y'),
        _ => return c,
    };
    if c.is_uppercase() { upper } else { lower }
}

/// Breaks `text` between words so that no line is wider than `limit`, into lines of even length: a
/// last line with one word on it reads badly. A word longer than a line stays whole.
pub(super) fn wrap(text: &str, size: f64, limit: f64) -> Vec<String> {
    let full = greedy(text, size, limit);
    if full.len() < 2 {
        return full;
    }
    // The narrowest limit that needs no more lines makes them even.
    let (mut low, mut high) = (width(text, size) / full.len() as f64, limit);
    for _ in 0..6 {
        let middle = (low + high) / 2.0;
        let fits = greedy(text, size, middle);
        if fits.len() <= full.len() && fits.iter().all(|line| width(line, size) <= limit) {
            high = middle;
        } else {
            low = middle;
        }
    }
    greedy(text, size, high)
}

/// Breaks `text` between words, every line as full as it gets: for labels whose value stands last.
pub fn greedy(text: &str, size: f64, limit: f64) -> Vec<String> {
    greedy_of(text.split_whitespace(), size, limit)
}

/// The same of parts that stay on one line.
pub fn greedy_of<'a>(parts: impl Iterator<Item = &'a str>, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in parts {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Wraps into at most `most` lines; what does not fit ends in "…" (the full name is in the tooltip
/// and in the table).
pub(super) fn wrap_at_most(text: &str, size: f64, limit: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, limit);
    if lines.len() <= most {
        return lines;
    }
    lines = greedy(text, size, limit);
    let rest = lines.split_off(most.max(1));
    if let (Some(last), false) = (lines.last_mut(), rest.is_empty()) {
        while width(last, size) + width("…", size) > limit && last.contains(' ') {
            last.truncate(last.rfind(' ').unwrap_or(0));
        }
        last.push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh";

    #[test]
    fn is_as_wide_as_the_font_sets_it() {
        // Measured in a browser: 36,127 px at 1000 px.
        let measured = 36_127.0;
        assert!(
            (width(LONG, 1000.0) - measured).abs() < measured * 0.02,
            "{}",
            width(LONG, 1000.0)
        );
    }

    #[test]
    fn breaks_between_words_into_even_lines() {
        let lines = wrap(LONG, 13.0, 300.0);
        assert_eq!(lines.join(" "), LONG);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, 13.0) <= 300.0));
        let (first, second) = (width(&lines[0], 13.0), width(&lines[1], 13.0));
        assert!((first - second).abs() < 60.0, "{lines:?}");
    }

    #[test]
    fn says_when_it_cuts() {
        let lines = wrap_at_most(LONG, 13.0, 120.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert_eq!(wrap_at_most("", 13.0, 120.0, 2), [""]);
    }
}
