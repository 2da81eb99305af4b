//! The components and the router in a real browser: what a person does to them and what comes of it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use so_khoi::i18n::frame::FRAME;
use so_khoi::model::text::Lang;
use so_khoi::state::preferences::{provide_preferences, use_words};
use so_khoi::state::route::{Place, Route};
use so_khoi::state::router::provide_router;
use so_khoi::ui::button::Button;
use so_khoi::ui::command_palette::{Command, CommandPalette};
use so_khoi::ui::dialog::Dialog;
use so_khoi::ui::field::DateField;
use so_khoi::ui::icon::IconName;
use so_khoi::ui::link::A;
use so_khoi::ui::menu::{Choice, Switcher};
use so_khoi::ui::table::{Cell, Column, Row, RowKind, Table};
use so_khoi::ui::toast::{ToastHost, provide_toasts};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A place in the page of its own for one test; taken away when dropped.
struct Stage(HtmlElement);

impl Stage {
    fn new<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Self {
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&place).unwrap();
        mount_to(place.clone(), view).forget();
        Self(place)
    }

    fn find(&self, selector: &str) -> HtmlElement {
        let found = self.0.query_selector(selector).unwrap();
        found
            .unwrap_or_else(|| panic!("no {selector} in {}", self.0.inner_html()))
            .unchecked_into()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.0.query_selector_all(selector).unwrap();
        (0..found.length())
            .map(|index| found.get(index).unwrap().unchecked_into::<Element>())
            .map(|element| element.text_content().unwrap_or_default().trim().to_owned())
            .collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Lets effects and animation frames run.
async fn settle() {
    TimeoutFuture::new(80).await;
}

fn send(target: &HtmlElement, name: &str) {
    let event = Event::new(name).unwrap();
    event.init_event_with_bubbles(name, true);
    target.dispatch_event(&event).unwrap();
}

/// Made through JavaScript: the old way of making a key's event leaves out which key it is.
fn press(target: &Element, key: &str) {
    let settings = Object::new();
    for (name, value) in [
        ("key", key.into()),
        ("bubbles", true.into()),
        ("cancelable", true.into()),
    ] {
        Reflect::set(&settings, &JsValue::from_str(name), &value).unwrap();
    }
    let maker: Function = Reflect::get(&window(), &"KeyboardEvent".into())
        .unwrap()
        .unchecked_into();
    let event = Reflect::construct(&maker, &Array::of2(&"keydown".into(), &settings)).unwrap();
    target.dispatch_event(event.unchecked_ref()).unwrap();
}

fn fill(field: &HtmlElement, text: &str) {
    field.unchecked_ref::<HtmlInputElement>().set_value(text);
    send(field, "input");
    send(field, "change");
}

#[wasm_bindgen_test]
async fn a_link_is_a_real_one_and_a_click_stays_in_the_page() {
    let router = RwSignal::new(None);
    let stage = Stage::new(move || {
        router.set(Some(provide_router()));
        view! { <A to=Route::StudyDrive("đợt 1".into())>"Đợt 1"</A> }
    });
    let router = router.get_untracked().unwrap();
    let before = router.place_untracked();
    router.go(Place::parse("/admission", "?bloc=hb&period=2022"));
    let link = stage.find("a");
    settle().await;
    assert_eq!(
        link.get_attribute("href").unwrap(),
        "/study/%C4%91%E1%BB%A3t%201?bloc=hb&period=2022"
    );
    link.click();
    settle().await;
    assert_eq!(router.place_untracked().route, Route::StudyDrive("đợt 1".into()));
    assert_eq!(location().search().unwrap(), "?bloc=hb&period=2022");
    let history = window().history().unwrap();
    history.back().unwrap();
    TimeoutFuture::new(200).await;
    assert_eq!(router.place_untracked().route, Route::Admission);
    history.back().unwrap();
    TimeoutFuture::new(200).await;
    assert_eq!(router.place_untracked(), before);
}

#[wasm_bindgen_test]
async fn arriving_on_a_page_puts_the_focus_on_its_heading() {
    let router = RwSignal::new(None);
    let stage = Stage::new(move || {
        router.set(Some(provide_router()));
        view! { <main><h1 tabindex="-1">"Kết nạp"</h1></main> }
    });
    let router = router.get_untracked().unwrap();
    let before = router.place_untracked();
    router.go(before.at(Route::Admission));
    settle().await;
    let focused = document().active_element().unwrap();
    assert!(stage.find("h1").is_same_node(Some(&focused)));
    router.replace(before);
}

#[wasm_bindgen_test]
async fn the_language_switches_without_a_reload() {
    let preferences = RwSignal::new(None);
    let stage = Stage::new(move || {
        preferences.set(Some(provide_preferences()));
        let w = use_words(&FRAME);
        view! { <Button label=move || w().units/> }
    });
    let lang = preferences.get_untracked().unwrap().lang;
    lang.set(Lang::Vi);
    settle().await;
    assert_eq!(stage.texts("button"), ["Đơn vị"]);
    lang.set(Lang::En);
    settle().await;
    assert_eq!(stage.texts("button"), ["Units"]);
    assert_eq!(
        document().document_element().unwrap().get_attribute("lang").unwrap(),
        "en"
    );
    lang.set(Lang::Vi);
    settle().await;
}

#[wasm_bindgen_test]
async fn a_busy_button_does_nothing() {
    let (pressed, busy) = (RwSignal::new(0), RwSignal::new(true));
    let stage = Stage::new(move || {
        view! { <Button label="Lưu" busy=busy on_press=move || pressed.update(|count| *count += 1)/> }
    });
    stage.find("button").click();
    assert_eq!(pressed.get_untracked(), 0);
    busy.set(false);
    stage.find("button").click();
    assert_eq!(pressed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_wrong_date_is_kept_as_typed_with_its_remedy() {
    let date = RwSignal::new(None);
    let stage = Stage::new(move || {
        view! { <DateField label="Ngày" value=date on_change=move |typed| date.set(typed)/> }
    });
    let field = stage.find("input");
    fill(&field, "18/5/2021");
    settle().await;
    let read = date.get_untracked().unwrap();
    assert_eq!((read.year(), read.month(), read.day()), (2021, 5, 18));
    fill(&field, "31/2/2021");
    settle().await;
    assert_eq!(field.unchecked_ref::<HtmlInputElement>().value(), "31/2/2021");
    assert_eq!(field.get_attribute("aria-invalid").unwrap(), "true");
    let note = document().get_element_by_id(&field.get_attribute("aria-describedby").unwrap());
    assert!(note.unwrap().text_content().unwrap().contains("18/05/2021"));
    assert_eq!(date.get_untracked(), Some(read), "the last right date stays");
}

#[wasm_bindgen_test]
async fn a_table_sorts_by_figures_with_the_missing_and_the_sum_last() {
    let row = |name: &str, figure: Option<f64>| {
        let cell = figure.map_or_else(Cell::none, |figure| Cell::figure(figure.to_string(), figure));
        Row::new(vec![Cell::text(name), cell])
    };
    let rows = vec![
        row("A", Some(2.0)),
        row("B", None),
        row("C", Some(9.0)),
        row("Toàn khối", Some(11.0)).kind(RowKind::Total),
    ];
    let columns = vec![Column::words("Đơn vị"), Column::figures("Đảng viên").sortable()];
    let stage = Stage::new(move || view! { <Table caption="Bảng" columns=columns rows=rows/> });
    let names = || stage.texts("tbody th");
    assert_eq!(names(), ["A", "B", "C", "Toàn khối"]);
    stage.find("thead button").click();
    settle().await;
    assert_eq!(names(), ["C", "A", "B", "Toàn khối"]);
    assert_eq!(
        stage.find("thead th:last-child").get_attribute("aria-sort").unwrap(),
        "descending"
    );
    stage.find("thead button").click();
    settle().await;
    assert_eq!(names(), ["A", "C", "B", "Toàn khối"]);
}

#[wasm_bindgen_test]
async fn a_long_table_is_folded_and_keeps_its_sum() {
    let rows: Vec<Row> = (0..30)
        .map(|index| Row::new(vec![Cell::text(index.to_string())]))
        .chain([Row::new(vec![Cell::text("Tổng")]).kind(RowKind::Total)])
        .collect();
    let stage = Stage::new(move || {
        view! { <Table caption="Bảng" columns=vec![Column::words("Đơn vị")] rows=rows fold_after=10/> }
    });
    let names = stage.texts("tbody th");
    assert_eq!((names.len(), names.last().map(String::as_str)), (11, Some("Tổng")));
    stage.find(".table-region > button").click();
    settle().await;
    assert_eq!(stage.texts("tbody th").len(), 31);
}

#[wasm_bindgen_test]
async fn a_dialog_is_modal_and_closing_it_is_told() {
    let open = RwSignal::new(false);
    let stage = Stage::new(move || view! { <Dialog open title="Thêm"><p>"Nội dung"</p></Dialog> });
    open.set(true);
    settle().await;
    let dialog = stage.find("dialog");
    assert!(dialog.matches(":modal").unwrap());
    dialog.unchecked_ref::<web_sys::HtmlDialogElement>().close();
    settle().await;
    assert!(!open.get_untracked());
    assert!(stage.texts("dialog p").is_empty(), "what was in it is gone");
}

#[wasm_bindgen_test]
async fn the_search_finds_without_marks_and_enter_runs_it() {
    let (open, ran) = (RwSignal::new(false), RwSignal::new(String::new()));
    let stage = Stage::new(move || {
        let command =
            move |label: &'static str| Command::new("Trang", IconName::Study, label, move || ran.set(label.to_owned()));
        let commands = vec![command("Kết nạp"), command("Học tập"), command("Đơn vị")];
        view! { <CommandPalette open commands=commands/> }
    });
    open.set(true);
    settle().await;
    let field = stage.find("input");
    assert!(field.is_same_node(document().active_element().as_deref()));
    fill(&field, "hoc tap");
    settle().await;
    assert_eq!(stage.texts("[role=option]"), ["Học tập"]);
    let form: web_sys::HtmlFormElement = stage.find("form").unchecked_into();
    form.request_submit().unwrap();
    settle().await;
    assert_eq!(ran.get_untracked(), "Học tập");
    assert!(!open.get_untracked());
}

#[wasm_bindgen_test]
async fn a_switcher_is_worked_by_the_keyboard() {
    let value = RwSignal::new("2021".to_owned());
    let stage = Stage::new(move || {
        let choices: Vec<Choice> = ["2021", "2022", "2023"].map(|year| Choice::new(year, year)).to_vec();
        view! { <Switcher label="Kỳ" choices=choices value=value on_choose=move |chosen| value.set(chosen)/> }
    });
    let button = stage.find("button");
    button.focus().unwrap();
    press(&button, "ArrowDown");
    settle().await;
    let focused = || document().active_element().unwrap();
    assert_eq!(focused().text_content().unwrap(), "2021", "it opens at what is chosen");
    press(&focused(), "End");
    assert_eq!(focused().text_content().unwrap(), "2023");
    press(&focused(), "ArrowUp");
    focused().unchecked_into::<HtmlElement>().click();
    settle().await;
    assert_eq!(value.get_untracked(), "2022");
    assert!(button.is_same_node(Some(&focused())), "the focus is back on the button");
    press(&button, "ArrowDown");
    settle().await;
    press(&focused(), "Escape");
    settle().await;
    assert!(stage.texts("[role=menu]").is_empty());
}

#[wasm_bindgen_test]
async fn an_undo_toast_takes_back_and_goes() {
    let undone = RwSignal::new(false);
    let toasts = RwSignal::new(None);
    let stage = Stage::new(move || {
        toasts.set(Some(provide_toasts()));
        view! { <ToastHost/> }
    });
    toasts
        .get_untracked()
        .unwrap()
        .offer_undo("Đã đóng một đơn vị", move || undone.set(true));
    settle().await;
    assert_eq!(stage.texts(".toast p"), ["Đã đóng một đơn vị"]);
    stage.find(".toast .button").click();
    settle().await;
    assert!(undone.get_untracked());
    assert!(stage.texts(".toast").is_empty());
}
