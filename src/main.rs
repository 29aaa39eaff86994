//! The browser's entry.

/// Smaller and faster than the allocator of the standard library (docs/size.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    ozg_state_comparison::ui::browser::start();
}

/// Natively there is nothing to start: the operator's command is `ozg`.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    std::process::ExitCode::from(2)
}
