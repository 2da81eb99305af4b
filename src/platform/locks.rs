//! Web Locks: work that one tab at a time does. A small binding, since web-sys hides its own behind an
//! unstable flag.

use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, callback: &Function) -> Result<Promise, JsValue>;
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// Does `work` while holding the lock `name`; `None` when another tab holds it, and then it is not
/// done. Where a browser has no locks it is done without.
pub async fn if_free<T, W>(name: &str, work: impl FnOnce() -> W + 'static) -> Option<T>
where
    T: 'static,
    W: Future<Output = T> + 'static,
{
    let Some(locks) = lock_manager() else {
        return Some(work().await);
    };
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &true.into()).ok()?;
    let answer = Rc::new(RefCell::new(None));
    let put = answer.clone();
    let callback = Closure::once(move |lock: JsValue| -> Promise {
        if lock.is_null() {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        future_to_promise(async move {
            let done = work().await;
            *put.borrow_mut() = Some(done);
            Ok(JsValue::UNDEFINED)
        })
    });
    let asked = locks.request(name, &options, callback.as_ref().unchecked_ref()).ok()?;
    JsFuture::from(asked).await.ok()?;
    answer.take()
}

/// A lock that is held until this is dropped.
pub struct Held {
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits for the lock `name`, behind all who asked before. Where a browser has no locks nobody is waited for.
pub async fn alone(name: &str) -> Held {
    let release = Rc::new(RefCell::new(None));
    let held = Promise::new(&mut |resolve, _| {
        *release.borrow_mut() = Some(resolve);
    });
    // Made before it is waited for: whoever stops waiting lets go of what is given later.
    let guard = Held {
        release: release.take(),
    };
    let Some(locks) = lock_manager() else { return guard };
    let mut callback = None;
    let given = Promise::new(&mut |resolve, reject| {
        let held = held.clone();
        let given = Closure::once(move |_: JsValue| -> Promise {
            let _ = resolve.call0(&JsValue::UNDEFINED);
            held
        });
        match locks.request(name, &Object::new(), given.as_ref().unchecked_ref()) {
            // Without it nothing is lost but the order among tabs, which the transaction looks after.
            Err(_) => drop(reject.call0(&JsValue::UNDEFINED)),
            Ok(_) => callback = Some(given),
        }
    });
    let _ = JsFuture::from(given).await;
    drop(callback);
    guard
}
