//! Exhibits as pictures, drawn off the page by the chart library (`exhibit::picture` says what is drawn).

use crate::charts::Drawing;
use crate::exhibit::Exhibit;
use crate::exhibit::picture::{DOTS, drawings, for_file, option_of, said};
use crate::model::text::Lang;
use crate::platform::echarts::{self, Library};
use crate::platform::picture as raster;
use crate::report::document::Picture;

pub use crate::exhibit::picture::Use;

/// Fetches what draws.
pub async fn library() -> Option<Library> {
    echarts::load().await.ok()
}

/// Draws an exhibit's chart: on paper as one picture, on slides as many as it takes. None where it has no chart, where there is nothing to
/// draw, and where the browser refused.
pub async fn pictures(library: &Library, exhibit: &Exhibit, lang: Lang, purpose: Use) -> Vec<Picture> {
    let drawings = drawings(exhibit, lang, purpose);
    let mut pictures = Vec::with_capacity(drawings.len());
    for drawing in &drawings {
        match picture(library, exhibit, lang, drawing).await {
            Some(picture) => pictures.push(picture),
            // Half of a chart would be read as all of it.
            None => return Vec::new(),
        }
    }
    pictures
}

async fn picture(library: &Library, exhibit: &Exhibit, lang: Lang, drawing: &Drawing) -> Option<Picture> {
    let (width_px, height_px) = (drawing.width_px, drawing.height_px);
    let option = option_of(drawing).to_string();
    let svg = echarts::to_svg(library, &option, lang.tag(), width_px, height_px).ok()?;
    let svg = for_file(&svg);
    let png = raster::png(&svg, width_px, height_px, DOTS).await.ok()?;
    Some(Picture {
        title: exhibit.title.clone(),
        alt: said(exhibit),
        png: png.split_once("base64,")?.1.to_owned(),
        svg,
        width_px,
        height_px,
    })
}
