//! The charts of documents and slides, drawn as the app draws them: the options are the app's, and `draw.mjs` has the app's library draw
//! them in the app's browser.

use serde_json::{Value, json};
use so_khoi::charts::Drawing;
use so_khoi::exhibit::Exhibit;
use so_khoi::exhibit::picture::{DOTS, Use, drawings, for_file, option_of, said};
use so_khoi::model::text::Lang;
use so_khoi::report::document::Picture;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

/// What draws, as long as the tests run; it ends when its input does.
struct Pen {
    _draws: Child,
    asked: ChildStdin,
    drawn: BufReader<ChildStdout>,
}

static PEN: Mutex<Option<Pen>> = Mutex::new(None);

fn pen() -> Pen {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/draw.mjs");
    let mut draws = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which scripts/setup.sh asks for");
    Pen {
        asked: draws.stdin.take().unwrap(),
        drawn: BufReader::new(draws.stdout.take().unwrap()),
        _draws: draws,
    }
}

fn ask(asked: &Value) -> Value {
    let mut held = PEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let pen = held.get_or_insert_with(pen);
    writeln!(pen.asked, "{asked}").unwrap();
    let mut line = String::new();
    pen.drawn.read_line(&mut line).unwrap();
    serde_json::from_str(&line).expect("a drawing: what node said stands above")
}

fn text(answer: &Value, of: &str) -> String {
    answer[of]
        .as_str()
        .unwrap_or_else(|| panic!("no {of}: {answer}"))
        .to_owned()
}

/// An exhibit's pictures.
pub fn pictures(exhibit: &Exhibit, lang: Lang, purpose: Use) -> Vec<Picture> {
    let all = drawings(exhibit, lang, purpose);
    all.iter().map(|drawing| picture(exhibit, lang, drawing)).collect()
}

fn picture(exhibit: &Exhibit, lang: Lang, drawing: &Drawing) -> Picture {
    let (width, height) = (drawing.width_px, drawing.height_px);
    let asked = json!({ "option": option_of(drawing), "lang": lang.tag(), "width": width, "height": height });
    let svg = for_file(&text(&ask(&asked), "svg"));
    let png = ask(&json!({ "svg": svg, "width": width, "height": height, "dots": DOTS }));
    Picture {
        title: exhibit.title.clone(),
        alt: said(exhibit),
        png: text(&png, "png"),
        svg,
        width_px: width,
        height_px: height,
    }
}
