//! Keeps only the drawing that fits: the page is delivered with one for each kind of container, of which the style sheet
//! shows one. In the live page one drawing follows the width.

use super::document::element;
use super::listen::on_resize;
use crate::chart::Width;
use crate::ui::state::{PageState, set_changed};
use leptos::prelude::*;

/// Takes the drawings that do not fit out of the delivered page, before the app takes it over; all containers are equally
/// wide. Returns the width of those that stay.
pub fn keep_fitting() -> Option<Width> {
    let containers = ["drawings", "drawings-2"].map(element);
    let width = Width::fitting(element("figure")?.get_bounding_client_rect().width());
    for container in containers.iter().flatten() {
        let nodes: Vec<_> = (0..3).filter_map(|index| container.child_nodes().item(index)).collect();
        for (node, _) in nodes.into_iter().zip(Width::ALL).filter(|(_, own)| *own != width) {
            let _ = container.remove_child(&node);
        }
    }
    Some(width)
}

/// Follows the size of the first chart's container.
pub fn follow(state: PageState) {
    let Some(container) = element("drawings") else { return };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-live", "");
    }
    on_resize(&container, Box::new(move |width| set_changed(state.width, Some(Width::fitting(width)))));
}
