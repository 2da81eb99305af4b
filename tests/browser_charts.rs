//! The binding to ECharts in a real browser, with the real library: draws, replaces, tells clicks,
//! exports, and leaves nothing behind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(target_arch = "wasm32")]

use so_khoi::charts::lines::Step;
use so_khoi::charts::monthly_columns::{MonthlyColumns, monthly_columns};
use so_khoi::charts::picture::{Caption, compose};
use so_khoi::charts::ranked_bars::{Amount, RankedBars, UnitBar, ranked_bars};
use so_khoi::charts::{Drawing, Hue, Look, option};
use so_khoi::i18n::chart::CHART;
use so_khoi::model::text::Lang;
use so_khoi::platform::echarts::{self, Click, EChart, Library, WidthObserver};
use so_khoi::platform::picture;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, MouseEvent, MouseEventInit};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// The library as npm has it; the app's own is the same, with less in it.
async fn library() -> Library {
    if document()
        .query_selector("meta[name='so-khoi-echarts']")
        .unwrap()
        .is_none()
    {
        let meta = document().create_element("meta").unwrap();
        meta.set_attribute("name", "so-khoi-echarts").unwrap();
        meta.set_attribute("content", "/node_modules/echarts/dist/echarts.esm.min.js")
            .unwrap();
        document().head().unwrap().append_child(&meta).unwrap();
    }
    echarts::load().await.unwrap()
}

fn host() -> HtmlElement {
    let host: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    host.style().set_property("width", "400px").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    host
}

fn look() -> Look {
    Look::new(Lang::Vi, CHART.in_lang(Lang::Vi), 400.0)
}

fn units(names: &[&str]) -> Drawing {
    let rows = names
        .iter()
        .map(|name| UnitBar {
            key: format!("key of {name}"),
            name: (*name).to_owned(),
            amount: Amount::Share { part: 45, whole: 46 },
        })
        .collect();
    ranked_bars(
        &RankedBars {
            rows,
            hue: Hue::Blue,
            target: None,
        },
        &look(),
    )
    .unwrap()
}

fn draw(chart: &EChart, drawing: &Drawing) {
    chart
        .draw(&option(drawing).to_string(), drawing.width_px, drawing.height_px)
        .unwrap();
}

async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
async fn draws_and_replaces() {
    let (library, host) = (library().await, host());
    let chart = EChart::new(&library, &host, "vi").unwrap();
    draw(&chart, &units(&["Đảng bộ Sở Y tế", "Chi bộ Báo"]));
    let svg = host.query_selector("svg").unwrap().expect("an SVG, not a canvas");
    let text = svg.text_content().unwrap();
    assert!(text.contains("Đảng bộ Sở Y tế") && text.contains("97,8%"), "{text}");

    let months = MonthlyColumns {
        steps: vec![Step {
            key: "2022-01".into(),
            label: "T1".into(),
        }],
        due: 1,
        now: ("Năm 2022".into(), vec![Some(7)]),
        before: None,
        hue: Hue::Green,
    };
    draw(&chart, &monthly_columns(&months, &look()).unwrap());
    let text = host.text_content().unwrap();
    assert!(
        text.contains("T1") && !text.contains("Sở Y tế"),
        "the old option must be gone: {text}"
    );
    host.remove();
}

#[wasm_bindgen_test]
async fn a_name_is_text_whatever_is_in_it() {
    let (library, host) = (library().await, host());
    let chart = EChart::new(&library, &host, "vi").unwrap();
    let name = "<img src=x onerror=alert(1)> {a} {b|c} & Chi bộ";
    draw(&chart, &units(&[name]));
    assert!(host.query_selector("img").unwrap().is_none());
    assert!(host.text_content().unwrap().contains("onerror=alert(1)"));
    host.remove();
}

#[wasm_bindgen_test]
async fn a_click_gives_the_key_of_its_row() {
    let (library, host) = (library().await, host());
    let chart = EChart::new(&library, &host, "vi").unwrap();
    let drawing = units(&["Đảng bộ Sở Y tế", "Chi bộ Báo"]);
    draw(&chart, &drawing);
    let clicks: Rc<RefCell<Vec<Click>>> = Rc::default();
    let heard = clicks.clone();
    chart.on_click(move |click| heard.borrow_mut().push(click)).unwrap();

    click_on(&host, bar_point(&host));
    let first = clicks.borrow().first().cloned().expect("a click on a bar is heard");
    assert_eq!(
        (first.part.as_str(), first.name.as_str()),
        ("series", "key of Đảng bộ Sở Y tế")
    );

    let label = text_element(&host, "Chi bộ Báo").get_bounding_client_rect();
    click_on(
        &host,
        (label.left() + label.width() / 2.0, label.top() + label.height() / 2.0),
    );
    let second = clicks.borrow().get(1).cloned().expect("a click on a name is heard");
    assert_eq!(second.part, "yAxis");
    assert_eq!(drawing.keys[second.index.unwrap()], "key of Chi bộ Báo");

    chart.off_click().unwrap();
    click_on(&host, bar_point(&host));
    assert_eq!(clicks.borrow().len(), 2, "nobody listens any more");
    host.remove();
}

/// A point inside the first bar: right below its name, near the left edge.
fn bar_point(host: &HtmlElement) -> (f64, f64) {
    let name = text_element(host, "Đảng bộ Sở Y tế").get_bounding_client_rect();
    (name.left() + 40.0, name.bottom() + 7.0)
}

fn text_element(host: &HtmlElement, text: &str) -> Element {
    let texts = host.query_selector_all("text").unwrap();
    (0..texts.length())
        .filter_map(|place| texts.get(place)?.dyn_into::<Element>().ok())
        .find(|element| element.text_content().is_some_and(|content| content.contains(text)))
        .expect("the text is drawn")
}

fn click_on(host: &HtmlElement, (x, y): (f64, f64)) {
    let target = host.query_selector("svg").unwrap().unwrap();
    for kind in ["mousemove", "mousedown", "mouseup", "click"] {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_client_x(x.round() as i32);
        init.set_client_y(y.round() as i32);
        let event = MouseEvent::new_with_mouse_event_init_dict(kind, &init).unwrap();
        target.dispatch_event(&event).unwrap();
    }
}

#[wasm_bindgen_test]
async fn leaves_nothing_behind() {
    let library = library().await;
    let before = document().query_selector_all("*").unwrap().length();
    for _ in 0..20 {
        let host = host();
        let chart = EChart::new(&library, &host, "vi").unwrap();
        chart.on_click(|_| ()).unwrap();
        draw(&chart, &units(&["Đảng bộ Sở Y tế"]));
        drop(chart);
        assert!(host.query_selector("svg").unwrap().is_none(), "disposed with its SVG");
        host.remove();
    }
    assert_eq!(document().query_selector_all("*").unwrap().length(), before);
}

#[wasm_bindgen_test]
async fn tells_a_width_once_and_stops_when_dropped() {
    let host = host();
    let widths: Rc<RefCell<Vec<f64>>> = Rc::default();
    let told = widths.clone();
    let observer = WidthObserver::new(&host, move |width| told.borrow_mut().push(width)).unwrap();
    pause(100).await;
    assert_eq!(*widths.borrow(), [400.0]);
    host.style().set_property("height", "50px").unwrap();
    pause(100).await;
    assert_eq!(*widths.borrow(), [400.0], "a new height is no new width");
    host.style().set_property("width", "320px").unwrap();
    pause(100).await;
    assert_eq!(*widths.borrow(), [400.0, 320.0]);
    drop(observer);
    host.style().set_property("width", "500px").unwrap();
    pause(100).await;
    assert_eq!(*widths.borrow(), [400.0, 320.0]);
    host.remove();
}

#[wasm_bindgen_test]
async fn saves_a_picture_with_its_caption() {
    let library = library().await;
    let drawing = units(&["Đảng bộ Sở Y tế & <Hội>"]);
    let svg = echarts::to_svg(
        &library,
        &option(&drawing).to_string(),
        "vi",
        drawing.width_px,
        drawing.height_px,
    )
    .unwrap();
    let caption = Caption {
        title: "Học tập <Nghị quyết>".into(),
        sentence: "45 trên 46 đảng viên.".into(),
        facts: vec!["1/1 đơn vị".into()],
    };
    let picture = compose(&svg, &drawing, &caption, "", &look());
    let parsed = web_sys::DomParser::new()
        .unwrap()
        .parse_from_string(&picture.svg, web_sys::SupportedType::ImageSvgXml)
        .unwrap();
    assert!(
        parsed.query_selector("parsererror").unwrap().is_none(),
        "{}",
        picture.svg
    );
    let title = parsed.query_selector("title").unwrap().unwrap();
    assert_eq!(title.text_content().unwrap(), "Học tập <Nghị quyết>");

    let png = picture::png(&picture.svg, picture.width_px, picture.height_px, 2)
        .await
        .unwrap();
    assert!(png.starts_with("data:image/png;base64,"));
    let image = web_sys::HtmlImageElement::new().unwrap();
    image.set_src(&png);
    JsFuture::from(image.decode()).await.unwrap();
    assert_eq!(
        (image.natural_width(), image.natural_height()),
        (picture.width_px * 2, picture.height_px * 2)
    );
}
