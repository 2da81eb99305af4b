//! `GET /openapi.json`: the endpoint described by OpenAPI 3.1, made of the table of addresses and the schemas of what is said.

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{Json, http::header, response::IntoResponse};
use so_khoi::sync::wire::ACCOUNT_HEADER;
use utoipa::openapi::{
    ComponentsBuilder, Content, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, PathItem, PathsBuilder, RefOr,
    Required, Response, ResponseBuilder, Responses, ResponsesBuilder, SecurityRequirement, Server,
    extensions::ExtensionsBuilder,
    path::{HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn},
    request_body::RequestBodyBuilder,
    security::{ApiKey, ApiKeyValue, SecurityScheme},
};

use super::{
    BASE,
    endpoint::{Endpoint, Gives, Who},
    links,
    schemas::{self, Said, list, named},
    table::ENDPOINTS,
};
use crate::cookie;

/// Problems that any address may have.
const OF_ALL: [(u16, &str); 3] = [(429, "rate-limited"), (500, "internal"), (503, "unavailable")];
/// Problems of addresses that need a session.
const OF_SIGNED: [(u16, &str); 2] = [(401, "signed-out"), (401, "other-account")];
/// Problems of addresses that take a body.
const OF_BODIES: [(u16, &str); 4] = [
    (400, "unreadable"),
    (408, "timeout"),
    (413, "too-large"),
    (415, "not-json"),
];

/// Problems of addresses that change something.
const OF_WRITES: [(u16, &str); 1] = [(403, "cross-origin")];
/// The name of the way in which a session is said.
const SESSION: &str = "session";

static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(document);

/// `GET /openapi.json`.
pub async fn show() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-cache")], Json(&*DOCUMENT))
}

/// The whole description.
pub fn document() -> OpenApi {
    let paths = ENDPOINTS.iter().fold(PathsBuilder::new(), |paths, endpoint| {
        let item = PathItem::new(method(endpoint), operation(endpoint));
        paths.path(endpoint.template(), item)
    });
    let terms = "MIT OR Apache-2.0";
    let info = InfoBuilder::new()
        .title("Sổ Khối")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "What devices and a server say to each other. docs/sync.md says it in words. \
             Requests that change something need the header Origin of this host, or Sec-Fetch-Site: same-origin.",
        ))
        .license(Some(LicenseBuilder::new().name(terms).identifier(Some(terms)).build()));
    let cookie = ApiKeyValue::with_description(
        cookie::PLAIN,
        format!("Over https it is called {}.", cookie::SECURE).as_str(),
    );
    let components = schemas::all().into_iter().fold(
        ComponentsBuilder::new().security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie))),
        |components, (name, schema)| components.schema(name, schema),
    );
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([Server::new(BASE)]))
        .paths(paths.build())
        .components(Some(components.build()))
        .build()
}

fn method(endpoint: &Endpoint) -> HttpMethod {
    match endpoint.method {
        "POST" => HttpMethod::Post,
        "PATCH" => HttpMethod::Patch,
        "DELETE" => HttpMethod::Delete,
        _ => HttpMethod::Get,
    }
}

fn operation(endpoint: &Endpoint) -> Operation {
    let security = match endpoint.who {
        Who::Anyone => Vec::new(),
        Who::Signed | Who::Of(_) => vec![SecurityRequirement::new(SESSION, [] as [&str; 0])],
    };
    let body = endpoint.takes.map(|schema| {
        let body = RequestBodyBuilder::new().required(Some(Required::True));
        body.content("application/json", Content::new(Some(named(schema))))
            .build()
    });
    let roles = match endpoint.who {
        Who::Of(roles) => {
            let names: Vec<&str> = roles.iter().map(|role| role.name()).collect();
            Some(ExtensionsBuilder::new().add("x-roles", names).build())
        }
        Who::Anyone | Who::Signed => None,
    };
    OperationBuilder::new()
        .operation_id(Some(operation_id(endpoint)))
        .summary(Some(endpoint.summary))
        .parameters(Some(parameters(endpoint)))
        .request_body(body)
        .responses(responses(endpoint))
        .securities(Some(security))
        .extensions(roles)
        .build()
}

/// `GET /accounts/{id}` is `getAccountsId`.
pub fn operation_id(endpoint: &Endpoint) -> String {
    let words = endpoint
        .template()
        .split(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    });
    endpoint.method.to_lowercase() + &words.collect::<String>()
}

fn parameters(endpoint: &Endpoint) -> Vec<Parameter> {
    let one = |name: &str, place: ParameterIn, schema: Said| {
        let parameter = ParameterBuilder::new().name(name).parameter_in(place);
        parameter.schema(Some(schema))
    };
    let in_path = endpoint.template().split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(one(name, ParameterIn::Path, schemas::some_text()))
    });
    let in_query = endpoint.query.iter().map(|query| {
        let schema = if query.is_number {
            schemas::number()
        } else {
            schemas::text()
        };
        let parameter = one(query.name, ParameterIn::Query, schema).required(Required::False);
        parameter.description(Some(query.about))
    });
    let header = (endpoint.who != Who::Anyone).then(|| {
        let parameter = one(ACCOUNT_HEADER, ParameterIn::Header, schemas::text()).required(Required::False);
        parameter.description(Some(
            "The account that the request is meant for; a session of another one answers 401.",
        ))
    });
    in_path
        .chain(in_query)
        .chain(header)
        .map(ParameterBuilder::build)
        .collect()
}

fn responses(endpoint: &Endpoint) -> Responses {
    const JSON: &str = "application/json";
    let (status, media_type, schema) = match endpoint.gives {
        Gives::One(schema) | Gives::Cached(schema) => ("200", JSON, Some(named(schema))),
        Gives::List(schema) => ("200", JSON, Some(list(schema))),
        Gives::Made(schema) => ("201", JSON, Some(named(schema))),
        Gives::Object => ("200", JSON, Some(schemas::some_object())),
        Gives::Text(media_type) => ("200", media_type, Some(schemas::text())),
        Gives::Nothing => ("204", JSON, None),
    };
    let mut good = ResponseBuilder::new().description("It was done.");
    if schema.is_some() {
        good = good.content(media_type, Content::new(schema));
    }
    for (name, link) in links::of(endpoint) {
        good = good.link(name, link);
    }
    let mut responses = ResponsesBuilder::new().response(status, RefOr::T(good.build()));
    if let Gives::Cached(_) = endpoint.gives {
        let same = Response::new("Nothing has changed since the tag in If-None-Match.");
        responses = responses.response("304", same);
    }
    for (status, codes) in problems(endpoint) {
        let problem = ResponseBuilder::new().description(codes.join(", "));
        let problem = problem.content("application/problem+json", Content::new(Some(named("Problem"))));
        responses = responses.response(status.to_string(), problem.build());
    }
    responses.build()
}

/// Problems that addresses have without saying so.
#[cfg(test)]
pub fn everywhere() -> impl Iterator<Item = &'static (u16, &'static str)> {
    OF_ALL.iter().chain(&OF_SIGNED).chain(&OF_BODIES).chain(&OF_WRITES)
}

/// The codes of problems by their status.
fn problems(endpoint: &Endpoint) -> BTreeMap<u16, Vec<&'static str>> {
    let mut found: BTreeMap<u16, Vec<&'static str>> = BTreeMap::new();
    let mut add = |problems: &[(u16, &'static str)]| {
        for (status, code) in problems {
            let codes = found.entry(*status).or_default();
            if !codes.contains(code) {
                codes.push(code);
            }
        }
    };
    add(endpoint.problems);
    add(&OF_ALL);
    if endpoint.who != Who::Anyone {
        add(&OF_SIGNED);
    }
    if matches!(endpoint.who, Who::Of(_)) {
        add(&[(403, "forbidden")]);
    }
    if endpoint.takes.is_some() {
        add(&OF_BODIES);
    }
    if endpoint.writes() {
        add(&OF_WRITES);
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_schema_that_is_named_is_there() {
        let document = serde_json::to_value(document()).unwrap();
        let text = document.to_string();
        let named = text.split("#/components/schemas/").skip(1);
        let mut count = 0;
        for rest in named {
            let name = rest.split('"').next().unwrap();
            assert!(document["components"]["schemas"][name].is_object(), "{name}");
            count += 1;
        }
        assert!(count > 50, "{count}");
    }

    #[test]
    fn operations_have_names_of_their_own() {
        let mut names: Vec<String> = ENDPOINTS.iter().map(operation_id).collect();
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
        assert!(names.contains(&"patchAccountsId".to_owned()), "{names:?}");
    }

    /// Every line of the table is an operation, and every operation is of a line: none hides another of the same address.
    #[test]
    fn every_line_of_the_table_is_described() {
        let document = serde_json::to_value(document()).unwrap();
        let mut described = 0;
        for endpoint in ENDPOINTS {
            let operation = &document["paths"][endpoint.template()][endpoint.method.to_lowercase()];
            assert_eq!(operation["operationId"], operation_id(endpoint), "{}", endpoint.path);
            assert_eq!(
                operation["requestBody"].is_object(),
                endpoint.takes.is_some(),
                "{}",
                endpoint.path
            );
        }
        for methods in document["paths"].as_object().unwrap().values() {
            described += methods.as_object().unwrap().len();
        }
        assert_eq!(described, ENDPOINTS.len());
    }

    #[test]
    fn every_endpoint_says_what_it_does() {
        for endpoint in ENDPOINTS {
            assert!(!endpoint.summary.is_empty(), "{}", endpoint.path);
        }
    }
}
