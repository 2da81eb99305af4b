//! Many go in and out of a database; whoever turns it over waits until all are out, and the others wait until that is done. Within one tab.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::task::{Context, Poll, Waker};

/// The gate.
#[derive(Default)]
pub(super) struct Gate {
    inside: Cell<usize>,
    shut: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

/// Somebody is inside, or has shut it, until this is dropped.
pub(super) struct Pass<'a> {
    gate: &'a Gate,
    has_shut: bool,
}

impl Gate {
    /// Goes in; waits while it is shut.
    pub(super) async fn enter(&self) -> Pass<'_> {
        poll_fn(|cx| self.wait_while(cx, self.shut.get())).await;
        self.inside.set(self.inside.get() + 1);
        Pass {
            gate: self,
            has_shut: false,
        }
    }

    /// Shuts it, and waits until nobody is inside.
    pub(super) async fn shut(&self) -> Pass<'_> {
        poll_fn(|cx| self.wait_while(cx, self.shut.get())).await;
        self.shut.set(true);
        let pass = Pass {
            gate: self,
            has_shut: true,
        };
        poll_fn(|cx| self.wait_while(cx, self.inside.get() > 0)).await;
        pass
    }

    fn wait_while(&self, cx: &mut Context<'_>, waits: bool) -> Poll<()> {
        if waits {
            self.waiting.borrow_mut().push(cx.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        if self.has_shut {
            self.gate.shut.set(false);
        } else {
            self.gate.inside.set(self.gate.inside.get() - 1);
        }
        for waiting in self.gate.waiting.take() {
            waiting.wake();
        }
    }
}
