//! The browser's entry.

#[cfg(target_arch = "wasm32")]
fn main() {
    ozg_state_comparison::ui::browser::start();
}

/// Natively there is nothing to start: the operator's command is `ozg`.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(2)
}
