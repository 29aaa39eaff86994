//! The table of a figure: in the app sorted by buttons in its heads.

use super::host::Host;
use super::item::{Item, items};
use super::link::linked;
use crate::answer::Attributes;
use crate::ui::state::{Content, Event, Lists};
use crate::words::{self, Linked, Table, ui};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::Element;

/// The table of what a figure shows; nothing without data.
#[component]
pub fn TableField(content: Signal<Option<Arc<Content>>>, host: Host) -> impl IntoView {
    let app = host.app();
    let sorted = move |click: MouseEvent| {
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-sort]").ok().flatten());
        let column = button.and_then(|button| button.get_attribute("data-sort")?.parse().ok());
        if let Some(((state, figure), column)) = app.zip(column) {
            figure.sort(column);
            state.event.set(Event::TableSorted(figure.index));
        }
    };
    let (id, title) = if host.index() == 0 { ("table", "title") } else { ("table-2", "title-2") };
    let rows = items(move || {
        let order = app.and_then(|(_, figure)| figure.order.get());
        let found = content.get().and_then(|own| Some((words::table(&own.answer, own.lang, own.reader, order)?, own)));
        let lists = app.and_then(|(state, _)| state.with_edition(|edition| edition.lists.clone()));
        found.map(|(found, own)| table(found, &own, lists.as_ref(), &host)).into_iter().collect()
    });
    view! {
        <div class="table" id=id role="region" tabindex="0" aria-labelledby=title on:click=sorted>
            {rows}
        </div>
    }
}

fn table(table: Table, content: &Content, lists: Option<&Lists>, host: &Host) -> Item {
    let head = |(index, words): (usize, &&'static str)| {
        let sort = table.order.filter(|(column, _)| *column == index);
        let sort = sort.map(|(_, falls)| if falls { "descending" } else { "ascending" });
        let head = Item::new("th").attr("scope", "col").maybe("aria-sort", sort);
        match host.app() {
            None => head.text(*words),
            Some(_) => {
                head.child(Item::new("button").attr("type", "button").attr("data-sort", index.to_string()).text(*words))
            }
        }
    };
    let heads = table.heads.iter().enumerate().map(head);
    let strings = ui(content.lang);
    let value = table.heads.iter().position(|head| *head == strings.value);
    let rows = table.rows.into_iter().map(|row| {
        let list = lists.and_then(|lists| lists.behind(content, &row.attributes));
        let cell = |(index, cell): (usize, Linked)| {
            let tag = if index == 0 { Item::new("th").attr("scope", "row") } else { Item::new("td") };
            let list = list
                .as_ref()
                .filter(|_| Some(index) == value)
                .map(|href| Item::new("a").class("kern-link list-of").attr("href", href.clone()).text(strings.list_of));
            match list {
                Some(list) => linked(tag, cell, host).text(" ").child(list),
                None => linked(tag, cell, host),
            }
        };
        marked(Item::new("tr"), &row.attributes).children(row.cells.into_iter().enumerate().map(cell))
    });
    let body = Item::new("tbody").children(rows);
    let heads = Item::new("thead").child(Item::new("tr").children(heads));
    let table_item = Item::new("table").class("kern-table").child(Item::new("caption").text(table.caption));
    table_item.child(heads).child(body)
}

/// An element with the attributes of a datum.
pub fn marked(item: Item, attributes: &Attributes) -> Item {
    attributes.pairs().fold(item, |item, (name, value)| item.attr(name, value.to_owned()))
}
