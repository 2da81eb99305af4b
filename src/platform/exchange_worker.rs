//! The worker for files, seen from the page: started for a job, ended after it. So its memory is free again, a job can be
//! cancelled at any time, and one that dies takes nothing with it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::tachys::dom::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent};

use crate::exchange::worker::{Job, Parcel};

#[wasm_bindgen]
extern "C" {
    /// A thread of the browser's with a program of its own.
    type Worker;

    #[wasm_bindgen(constructor, catch)]
    fn new(address: &str, options: &Object) -> Result<Worker, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onmessage(this: &Worker, listener: &Function);
    #[wasm_bindgen(method, setter)]
    fn set_onerror(this: &Worker, listener: &Function);
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &Worker, message: &JsValue, transfer: &Array) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn terminate(this: &Worker);
}

/// The name of the meta element that says where the worker's script is.
const ADDRESS: &str = "so-khoi-exchange";
/// A job that gives no sign for so long is ended, in milliseconds. Half of it is what the largest files take on slow phones.
const SILENCE: u32 = 120_000;

/// Why a job has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure<R> {
    /// The worker refused, with a reason of the job.
    Refused(R),
    /// A person cancelled it.
    Cancelled,
    /// The worker could not be fetched: the first time, without a network.
    Unavailable,
    /// The browser could not open the file: it was moved, changed or locked.
    Unreadable,
    /// No memory was left, or the program failed.
    Died,
    /// It gave no sign for two minutes.
    TooSlow,
}

/// How a job ended, before it is known which job it was.
type Ended = Result<Parcel, Failure<String>>;

/// A job that runs. Dropping it does not end it.
#[derive(Clone)]
pub struct Running {
    desk: Rc<Desk>,
}

impl Running {
    /// Ends it; its answer is then [`Failure::Cancelled`]. A job that is over is left alone.
    pub fn cancel(&self) {
        end(&self.desk, "cancelled");
    }
}

/// Begins a job, with a file that a person chose beside it if there is one: the worker reads the file, the page does not.
/// `progress` is told whole percents.
pub fn begin<J: Job, P: Fn(u8) + 'static>(
    job: J,
    file: Option<&Blob>,
    progress: P,
) -> (
    Running,
    impl Future<Output = Result<J::Answer, Failure<J::Refusal>>> + use<J, P>,
) {
    let (running, ended) = start(J::NAME, &job.asked(), file, Rc::new(progress));
    let answer = async move {
        let parcel = ended.await.map_err(|failure| match failure {
            Failure::Refused(reason) => J::refused(&reason).map_or(Failure::Died, Failure::Refused),
            Failure::Cancelled => Failure::Cancelled,
            Failure::Unavailable => Failure::Unavailable,
            Failure::Unreadable => Failure::Unreadable,
            Failure::Died => Failure::Died,
            Failure::TooSlow => Failure::TooSlow,
        })?;
        J::answered(parcel).ok_or(Failure::Died)
    };
    (running, answer)
}

/// What is called with every message.
type Listener = Closure<dyn Fn(MessageEvent)>;

/// What belongs to a running job.
struct Desk {
    /// The worker; none when it could not be started.
    worker: Option<Worker>,
    /// Settles the promise of an answer. Only the first call counts.
    settle: Option<Function>,
    /// Set anew by every sign; ends the job when there is none.
    watch: Cell<Option<Timeout>>,
    /// What the worker calls.
    listener: RefCell<Option<Listener>>,
    /// What the browser calls when the worker's script fails or cannot be fetched.
    failed: RefCell<Option<Closure<dyn Fn()>>>,
}

fn start(
    name: &str,
    parcel: &Parcel,
    file: Option<&Blob>,
    progress: Rc<dyn Fn(u8)>,
) -> (Running, impl Future<Output = Ended> + use<>) {
    let mut settle = None;
    let promise = Promise::new(&mut |resolve, _| settle = Some(resolve));
    let desk = Rc::new(Desk {
        worker: worker(),
        settle,
        watch: Cell::new(None),
        listener: RefCell::new(None),
        failed: RefCell::new(None),
    });
    let begun = desk.worker.as_ref().and_then(|worker| {
        listen(worker, &desk, progress);
        watch(&desk);
        post(worker, name, parcel, file).ok()
    });
    if begun.is_none() {
        end(&desk, "unavailable");
    }
    let ended = async move {
        JsFuture::from(promise)
            .await
            .map_or(Err(Failure::Died), |data| read(&data))
    };
    (Running { desk }, ended)
}

fn worker() -> Option<Worker> {
    let meta = document().query_selector(&format!("meta[name='{ADDRESS}']")).ok()??;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"module".into()).ok()?;
    Worker::new(&meta.get_attribute("content")?, &options).ok()
}

fn listen(worker: &Worker, desk: &Rc<Desk>, progress: Rc<dyn Fn(u8)>) {
    let on_message = {
        let desk = Rc::clone(desk);
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            match part(&data, "percent").as_f64() {
                Some(percent) => {
                    watch(&desk);
                    progress(percent as u8);
                }
                None => settle(&desk, &data),
            }
        })
    };
    worker.set_onmessage(on_message.as_ref().unchecked_ref());
    desk.listener.replace(Some(on_message));
    let on_error = {
        let desk = Rc::clone(desk);
        Closure::<dyn Fn()>::new(move || end(&desk, "unavailable"))
    };
    worker.set_onerror(on_error.as_ref().unchecked_ref());
    desk.failed.replace(Some(on_error));
}

/// Waits for the next sign.
fn watch(desk: &Rc<Desk>) {
    let of = Rc::downgrade(desk);
    let silent = Timeout::new(SILENCE, move || {
        if let Some(desk) = of.upgrade() {
            end(&desk, "slow");
        }
    });
    drop(desk.watch.replace(Some(silent)));
}

fn post(worker: &Worker, name: &str, parcel: &Parcel, file: Option<&Blob>) -> Result<(), JsValue> {
    let message = Object::new();
    let bytes = Uint8Array::from(parcel.bytes.as_slice());
    let set = |key: &str, value: &JsValue| Reflect::set(&message, &key.into(), value);
    set("job", &name.into())?;
    set("text", &parcel.text.as_str().into())?;
    set("bytes", &bytes)?;
    if let Some(file) = file {
        set("file", file)?;
    }
    worker.post_message(&message, &Array::of1(&bytes.buffer()))
}

/// Ends a job for a reason that is not the worker's answer.
fn end(desk: &Rc<Desk>, how: &str) {
    let said = Object::new();
    let _ = Reflect::set(&said, &how.into(), &JsValue::TRUE);
    settle(desk, &said);
}

fn settle(desk: &Rc<Desk>, data: &JsValue) {
    if let Some(settle) = &desk.settle {
        let _ = settle.call1(&JsValue::UNDEFINED, data);
    }
    if let Some(worker) = &desk.worker {
        worker.terminate();
    }
    drop(desk.watch.take());
    // Not at once: this may be called by what is dropped.
    let desk = Rc::clone(desk);
    Timeout::new(0, move || drop((desk.listener.take(), desk.failed.take()))).forget();
}

/// What the promise was settled with.
fn read(data: &JsValue) -> Ended {
    let has = |key: &str| part(data, key).is_truthy();
    if let Some(text) = part(data, "text").as_string() {
        let bytes = part(data, "bytes").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
        return Ok(Parcel {
            text,
            bytes: bytes.unwrap_or_default(),
        });
    }
    Err(match part(data, "refused").as_string() {
        Some(reason) => Failure::Refused(reason),
        None if has("cancelled") => Failure::Cancelled,
        None if has("unavailable") => Failure::Unavailable,
        None if has("unreadable") => Failure::Unreadable,
        None if has("slow") => Failure::TooSlow,
        None => Failure::Died,
    })
}

fn part(data: &JsValue, key: &str) -> JsValue {
    Reflect::get(data, &key.into()).unwrap_or(JsValue::UNDEFINED)
}
