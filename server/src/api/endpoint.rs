//! What is known of an address below `/api/v1` beside what it does: who may ask, what it takes, what it answers. The router, the description
//! (`openapi.json`) and the tests of rights are all made of these, so that none of them forgets one.

use axum::routing::MethodRouter;
use so_khoi::sync::rights::Role;

use crate::state::App;

/// One method of one address.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    /// `GET`, `POST`, `PATCH` or `DELETE`.
    pub method: &'static str,
    /// The template of the address, below `/api/v1`.
    pub path: &'static str,
    /// The same as others write it, where that is another one.
    pub written: Option<&'static str>,
    /// Who may ask.
    pub who: Who,
    /// What it does, in a few words.
    pub summary: &'static str,
    /// What may stand behind the `?`.
    pub query: &'static [Query],
    /// The schema of the body; without one there is none.
    pub takes: Option<&'static str>,
    /// What it answers when all is well.
    pub gives: Gives,
    /// Codes of problems that this one has, beside those that all have ([`super::openapi`]).
    pub problems: &'static [(u16, &'static str)],
    /// What answers.
    pub route: fn() -> MethodRouter<App>,
}

/// Who may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Nobody needs to be signed in.
    Anyone,
    /// Whoever is signed in; what he sees may depend on who he is.
    Signed,
    /// Whoever is signed in and has one of these roles.
    Of(&'static [Role]),
}

/// Administrators and the committee's office.
pub const OFFICE: Who = Who::Of(&[Role::Admin, Role::Editor]);
/// Administrators.
pub const ADMINS: Who = Who::Of(&[Role::Admin]);

impl Who {
    /// Whether one with this role may ask.
    pub fn admits(self, role: Role) -> bool {
        match self {
            Self::Anyone | Self::Signed => true,
            Self::Of(roles) => roles.contains(&role),
        }
    }
}

/// A parameter behind the `?`.
#[derive(Debug, Clone, Copy)]
pub struct Query {
    /// Its name.
    pub name: &'static str,
    /// Whether it is a whole number; otherwise it is text.
    pub is_number: bool,
    /// What it says.
    pub about: &'static str,
}

/// What is answered when all is well.
#[derive(Debug, Clone, Copy)]
pub enum Gives {
    /// 200 with a body of this schema.
    One(&'static str),
    /// 200 with a list of this schema.
    List(&'static str),
    /// 201 with a body of this schema.
    Made(&'static str),
    /// 204.
    Nothing,
    /// 200 with text that is no JSON.
    Text(&'static str),
    /// 200 with a body of this schema, or 304 where the tag that was sent is still right.
    Cached(&'static str),
    /// 200 with some JSON object.
    Object,
}

impl Endpoint {
    /// An address that answers `method` to whoever is signed in, with nothing.
    pub const fn new(method: &'static str, path: &'static str, route: fn() -> MethodRouter<App>) -> Self {
        Self {
            method,
            path,
            written: None,
            who: Who::Signed,
            summary: "",
            query: &[],
            takes: None,
            gives: Gives::Nothing,
            problems: &[],
            route,
        }
    }

    /// The same, with a template for people: one place for what has slashes in it.
    pub const fn written(mut self, template: &'static str) -> Self {
        self.written = Some(template);
        self
    }

    /// The same, for others.
    pub const fn who(mut self, who: Who) -> Self {
        self.who = who;
        self
    }

    /// The same, described.
    pub const fn about(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }

    /// The same, with parameters.
    pub const fn query(mut self, query: &'static [Query]) -> Self {
        self.query = query;
        self
    }

    /// The same, with a body.
    pub const fn takes(mut self, schema: &'static str) -> Self {
        self.takes = Some(schema);
        self
    }

    /// The same, with an answer.
    pub const fn gives(mut self, gives: Gives) -> Self {
        self.gives = gives;
        self
    }

    /// The same, with problems.
    pub const fn problems(mut self, problems: &'static [(u16, &'static str)]) -> Self {
        self.problems = problems;
        self
    }

    /// The template as it is described: an identifier that has slashes is written with `%2F`.
    pub fn template(&self) -> &'static str {
        self.written.unwrap_or(self.path)
    }

    /// Whether it changes something.
    pub fn writes(&self) -> bool {
        self.method != "GET"
    }
}
