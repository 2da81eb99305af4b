//! A text as a QR code: its dark modules as one path of a drawing.

use qrcode::{Color, EcLevel, QrCode};

/// The light edge that a reader needs around a code, in modules (ISO/IEC 18004).
const EDGE: usize = 4;

/// A code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrDrawing {
    /// Width and height in modules, the light edge included.
    pub size: usize,
    /// The dark modules: runs of one row each, as the `d` of a path.
    pub path: String,
}

/// Draws a text; `None` where it is too long for any code. The level mends 15 %: enough for a printed slip that was folded.
pub fn qr_drawing(text: &str) -> Option<QrDrawing> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{} {}h{}v1h-{}z", x + EDGE, y + EDGE, run.len(), run.len()));
            }
            x += run.len();
        }
    }
    Some(QrDrawing {
        size: width + 2 * EDGE,
        path,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_drawn_with_its_edge() {
        let drawn = qr_drawing("https://khoi.example.vn/join/7Kq2-mZ9x").unwrap();
        // Version 3 has 29 modules a side.
        assert_eq!(drawn.size, 29 + 2 * EDGE);
        // The finder pattern at the top left begins with seven dark modules, the edge away from the corner.
        assert!(drawn.path.starts_with("M4 4h7v1h-7z"));
    }

    #[test]
    fn every_dark_module_is_drawn_once_and_no_other() {
        let text = "Sổ Khối";
        let drawn = qr_drawing(text).unwrap();
        let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
        let dark = code.to_colors().iter().filter(|color| **color == Color::Dark).count();
        let drawn_modules: usize = drawn
            .path
            .split('h')
            .filter_map(|part| part.split_once('v')?.0.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn_modules, dark);
    }

    #[test]
    fn what_is_too_long_has_no_drawing() {
        assert_eq!(qr_drawing(&"a".repeat(4_000)), None);
    }
}
