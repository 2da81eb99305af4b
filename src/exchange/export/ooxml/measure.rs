//! About how wide a text is, without a font at hand: enough to share a page's width among columns and to see what fits.

/// The width of a text in parts of its type size, for Times or Arial and a bit on the wide side.
pub fn ems(text: &str) -> f64 {
    text.chars().map(letter).sum()
}

fn letter(letter: char) -> f64 {
    match letter {
        ' ' | '.' | ',' | ';' | ':' | '\'' | '!' | '|' | 'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'j' | 'l' | 'I' | 't'
        | 'f' | '(' | ')' | '/' => 0.30,
        'r' | '-' | 's' => 0.42,
        'm' | 'w' | '%' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 0.72,
        'M' | 'W' | 'Ư' | 'Ứ' | 'Ừ' | 'Ử' | 'Ữ' | 'Ự' => 0.92,
        other if other.is_uppercase() => 0.74,
        _ => 0.54,
    }
}

/// The width of a text's longest word.
pub fn longest_word(text: &str) -> f64 {
    text.split_whitespace().map(ems).fold(0.0, f64::max)
}

/// How many lines a text takes in a width, both in ems.
pub fn lines(text: &str, width: f64) -> usize {
    let mut lines = 1;
    let mut at = 0.0;
    for word in text.split_whitespace() {
        let wide = ems(word);
        if at > 0.0 && at + 0.3 + wide > width {
            lines += 1;
            at = wide;
        } else {
            at += if at > 0.0 { wide + 0.3 } else { wide };
        }
        // A word wider than the line breaks inside.
        while at > width.max(1.0) {
            lines += 1;
            at -= width.max(1.0);
        }
    }
    lines
}

/// The largest of these type sizes at which a text fits into a width and a height of the same unit; the last where none does.
pub fn fitting(text: &str, width: f64, height: f64, sizes: &[f64]) -> f64 {
    let fits = |size: &f64| {
        let lines = text
            .split('\n')
            .map(|line| self::lines(line, width / size))
            .sum::<usize>();
        lines as f64 * size * 1.2 <= height
    };
    let last = sizes.last().copied().unwrap_or(12.0);
    sizes.iter().copied().find(fits).unwrap_or(last)
}

/// Shares a width among columns: each gets what its longest word needs, and of the rest in proportion to what it would like.
pub fn shared(wide: u32, needs: &[(f64, f64)]) -> Vec<u32> {
    let least: f64 = needs.iter().map(|(least, _)| least).sum();
    let more: f64 = needs.iter().map(|(least, liked)| (liked - least).max(0.0)).sum();
    let wide_f = f64::from(wide);
    let rest = (wide_f - least).max(0.0);
    let mut widths: Vec<u32> = needs
        .iter()
        .map(|(least_of, liked)| {
            let own = if least > wide_f {
                least_of / least * wide_f
            } else {
                *least_of
            };
            let part = if more > 0.0 {
                (liked - least_of).max(0.0) / more
            } else {
                1.0 / needs.len() as f64
            };
            let rest = if least > wide_f { 0.0 } else { rest };
            (own + rest * part).floor() as u32
        })
        .collect();
    let left = wide.saturating_sub(widths.iter().sum());
    if let Some(first) = widths.first_mut() {
        *first += left;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_whatever_stands_in_them() {
        for needs in [
            vec![(10.0, 200.0), (20.0, 20.0)],
            vec![(900.0, 900.0), (300.0, 400.0)],
            vec![(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)],
        ] {
            assert_eq!(shared(500, &needs).iter().sum::<u32>(), 500, "{needs:?}");
        }
        assert_eq!(shared(500, &[(10.0, 200.0), (20.0, 20.0)]), [480, 20]);
    }

    #[test]
    fn a_long_text_takes_a_smaller_size() {
        let sizes = [30.0, 26.0, 22.0];
        assert_eq!(fitting("Kết nạp 121/130", 888.0, 72.0, &sizes), 30.0);
        assert_eq!(fitting(&"Đảng bộ Khối ".repeat(12), 888.0, 72.0, &sizes), 22.0);
        assert!(lines(&"a".repeat(100), 10.0) >= 5);
    }
}
