//! A chart's picture in a package: lines for software that draws them, dots for all others.

use super::package::Package;
use crate::report::document::Picture;

/// Where a picture lies in a package, for the part that shows it.
pub struct Placed {
    /// The name of the dots.
    pub png: String,
    /// The name of the lines; none where there are no lines.
    pub svg: Option<String>,
}

/// Puts a picture into a package, for one part to show. None where it has no dots: then it cannot be shown everywhere, and what
/// it says must be said in words.
pub fn place(package: &mut Package, part: &str, folder: &str, number: usize, picture: &Picture) -> Option<Placed> {
    let png = decoded(&picture.png).filter(|bytes| bytes.starts_with(b"\x89PNG"))?;
    let name = format!("{folder}/media/image{number}.png");
    package.put_bytes(&name, png);
    let png = package.link(part, "image", &name);
    let svg = (!picture.svg.is_empty()).then(|| {
        let name = format!("{folder}/media/image{number}.svg");
        package.put_bytes(&name, picture.svg.clone().into_bytes());
        package.link(part, "image", &name)
    });
    Some(Placed { png, svg })
}

/// The picture's fill, as drawings of both kinds of files name it; the elements around it have their own prefixes.
pub fn blip(placed: &Placed) -> String {
    let svg = placed.svg.as_ref().map(|svg| {
        format!(
            "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{svg}\"/></a:ext></a:extLst>"
        )
    });
    format!(
        "<a:blip r:embed=\"{}\">{}</a:blip>",
        placed.png,
        svg.unwrap_or_default()
    )
}

/// The size of a picture that keeps its form within a width and a height, in the same unit; it is not made larger than `natural`
/// times its pixels.
pub fn within(picture: &Picture, wide: u64, high: u64, natural: u64) -> (u64, u64) {
    let (width, height) = (u64::from(picture.width_px.max(1)), u64::from(picture.height_px.max(1)));
    let (mut w, mut h) = (width * natural, height * natural);
    if w > wide {
        (w, h) = (wide, wide * height / width);
    }
    if h > high {
        (w, h) = (high * width / height, high);
    }
    (w.max(1), h.max(1))
}

/// Bytes of base64; none where it is none.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0u32);
    for sign in text.trim_end_matches('=').bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_read() {
        assert_eq!(decoded("iVBORw=="), Some(b"\x89PNG".to_vec()));
        assert_eq!(decoded("AQID"), Some(vec![1, 2, 3]));
        assert_eq!(decoded("?"), None);
    }

    #[test]
    fn a_picture_keeps_its_form() {
        let picture = Picture {
            width_px: 800,
            height_px: 400,
            ..Picture::default()
        };
        assert_eq!(within(&picture, 400, 400, 1), (400, 200));
        assert_eq!(within(&picture, 2000, 100, 1), (200, 100));
        assert_eq!(within(&picture, 2000, 2000, 1), (800, 400));
    }
}
