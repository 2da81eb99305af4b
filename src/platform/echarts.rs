//! Our own small binding to ECharts, instead of charming's renderer, which cannot pass renderer and
//! locale, replace an option, take events back, dispose, or export.
//!
//! The library is a module of its own that is fetched when the first chart is shown. Options come as
//! JSON text: parsing it natively is faster than building the same objects call by call, and a JSON
//! text cannot carry a script.

use super::script::{self, Script};
use js_sys::{Function, JSON, Object, Reflect};
use leptos::tachys::dom::window;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ResizeObserver};

#[wasm_bindgen]
extern "C" {
    type Module;
    #[wasm_bindgen(method, catch)]
    fn init(this: &Module, host: &JsValue, theme: &JsValue, settings: &JsValue) -> Result<Instance, JsValue>;

    type Instance;
    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, settings: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn on(this: &Instance, event: &str, handler: &Function) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn off(this: &Instance, event: &str, handler: &Function) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance, settings: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn dispose(this: &Instance);
    #[wasm_bindgen(method, catch, js_name = renderToSVGString)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;
}

thread_local! {
    static LIBRARY: Script = const { Script::named("so-khoi-echarts") };
}

/// The chart library.
#[derive(Clone)]
pub struct Library(Rc<Module>);

/// Fetches the library, once for all charts.
///
/// # Errors
/// What the browser said: no network and not yet stored, or the page names no library.
pub async fn load() -> Result<Library, JsValue> {
    let module = script::load(&LIBRARY).await?;
    Ok(Library(Rc::new(module.unchecked_into())))
}

/// An object from pairs.
fn object<const N: usize>(pairs: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a plain property of a fresh object does not fail.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

fn parse(option: &str) -> Result<JsValue, JsValue> {
    JSON::parse(option)
}

/// What was clicked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Click {
    /// The kind of part: `series`, `xAxis`, `yAxis`.
    pub part: String,
    /// The series' name.
    pub series: String,
    /// The mark's name: the key of its row.
    pub name: String,
    /// The mark's or the axis label's place.
    pub index: Option<usize>,
}

impl Click {
    fn read(event: &JsValue) -> Click {
        let field = |name: &str| Reflect::get(event, &name.into()).ok();
        let text = |name: &str| field(name).and_then(|value| value.as_string()).unwrap_or_default();
        Click {
            part: text("componentType"),
            series: text("seriesName"),
            name: text("name"),
            index: field("dataIndex")
                .and_then(|value| value.as_f64())
                .filter(|index| *index >= 0.0)
                .map(|index| index as usize),
        }
    }
}

type OnClick = Closure<dyn FnMut(JsValue)>;

/// A chart on the page. Dropping it takes it off, with its listeners.
pub struct EChart {
    instance: Instance,
    /// Width and height that it was given last.
    size: Cell<Option<(u32, u32)>>,
    on_click: RefCell<Option<OnClick>>,
}

impl EChart {
    /// Begins a chart in an element that has a size.
    ///
    /// # Errors
    /// What ECharts said.
    pub fn new(library: &Library, host: &HtmlElement, lang: &str) -> Result<EChart, JsValue> {
        let settings = object([("renderer", "svg".into()), ("locale", lang.to_ascii_uppercase().into())]);
        Ok(EChart {
            instance: library.0.init(host, &JsValue::NULL, &settings)?,
            size: Cell::new(None),
            on_click: RefCell::new(None),
        })
    }

    /// Draws an option (JSON) in place of what was there, at the given size.
    ///
    /// # Errors
    /// What ECharts said, or that the text is not JSON.
    pub fn draw(&self, option: &str, width_px: u32, height_px: u32) -> Result<(), JsValue> {
        // To ECharts a size is a reason to draw what is there once more, also where it is the same.
        let size = Some((width_px, height_px));
        if self.size.replace(size) != size {
            self.instance.resize(&object([
                ("width", width_px.into()),
                ("height", height_px.into()),
                ("silent", true.into()),
            ]))?;
        }
        self.instance
            .set_option(&parse(option)?, &object([("notMerge", true.into())]))
    }

    /// Calls `handler` at every click on a mark or an axis label; replaces the one before.
    ///
    /// # Errors
    /// What ECharts said.
    pub fn on_click(&self, mut handler: impl FnMut(Click) + 'static) -> Result<(), JsValue> {
        self.off_click()?;
        let closure = OnClick::new(move |event: JsValue| handler(Click::read(&event)));
        self.instance.on("click", closure.as_ref().unchecked_ref())?;
        self.on_click.replace(Some(closure));
        Ok(())
    }

    /// Takes the listener for clicks off.
    ///
    /// # Errors
    /// What ECharts said.
    pub fn off_click(&self) -> Result<(), JsValue> {
        match self.on_click.take() {
            Some(closure) => self.instance.off("click", closure.as_ref().unchecked_ref()),
            None => Ok(()),
        }
    }
}

impl Drop for EChart {
    fn drop(&mut self) {
        // Taking listeners off before disposal; a chart that fails here is gone either way.
        let _ = self.off_click();
        self.instance.dispose();
    }
}

/// Draws an option off the page and returns the drawing as SVG.
///
/// # Errors
/// What ECharts said.
pub fn to_svg(library: &Library, option: &str, lang: &str, width_px: u32, height_px: u32) -> Result<String, JsValue> {
    let settings = object([
        ("renderer", "svg".into()),
        ("ssr", true.into()),
        ("locale", lang.to_ascii_uppercase().into()),
        ("width", width_px.into()),
        ("height", height_px.into()),
    ]);
    let chart = EChart {
        instance: library.0.init(&JsValue::NULL, &JsValue::NULL, &settings)?,
        size: Cell::new(None),
        on_click: RefCell::new(None),
    };
    chart
        .instance
        .set_option(&parse(option)?, &object([("notMerge", true.into())]))?;
    chart.instance.render_to_svg_string()
}

/// Tells an element's width now and whenever it changes, at most once a frame, until dropped.
pub struct WidthObserver {
    observer: ResizeObserver,
    _on_resize: Closure<dyn FnMut()>,
    frame: Rc<Frame>,
}

/// The measurement that is due in the next frame.
struct Frame {
    handle: Cell<Option<i32>>,
    measure: RefCell<Option<Closure<dyn FnMut()>>>,
}

impl WidthObserver {
    /// Observes `element`; `on_width` gets whole CSS pixels, only when they changed.
    ///
    /// # Errors
    /// What the browser said.
    pub fn new(element: &Element, on_width: impl Fn(f64) + 'static) -> Result<WidthObserver, JsValue> {
        let frame = Rc::new(Frame {
            handle: Cell::new(None),
            measure: RefCell::new(None),
        });
        let last = Cell::new(0.0);
        let target = element.clone();
        let measured = Rc::downgrade(&frame);
        let measure = Closure::<dyn FnMut()>::new(move || {
            if let Some(frame) = measured.upgrade() {
                frame.handle.set(None);
            }
            let width = f64::from(target.client_width());
            // An element that is not shown has no width; its chart keeps the one it had.
            if width > 0.0 && (width - last.get()).abs() >= 1.0 {
                last.set(width);
                on_width(width);
            }
        });
        frame.measure.replace(Some(measure));
        let due = frame.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || {
            if due.handle.get().is_none()
                && let Some(measure) = due.measure.borrow().as_ref()
            {
                due.handle
                    .set(window().request_animation_frame(measure.as_ref().unchecked_ref()).ok());
            }
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref())?;
        observer.observe(element);
        Ok(WidthObserver {
            observer,
            _on_resize: on_resize,
            frame,
        })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let Some(handle) = self.frame.handle.take() {
            let _ = window().cancel_animation_frame(handle);
        }
        self.frame.measure.take();
    }
}
