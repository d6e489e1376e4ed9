// The face of Graphviz and fontconfig that Swift sees: opaque types, sizes, UTF-8 strings.
//
// No Graphviz header is included here. Graphviz is not safe on two threads at once, not even
// with a context each: every function that begins with `kw_context` or `kw_graph` must be called
// from one thread only, always the same. The `kw_font` functions may be called from any thread.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// The one Graphviz context.
typedef struct kw_context kw_context;

/// A graph under construction, laid out or rendered.
typedef struct kw_graph kw_graph;

/// What an attribute belongs to.
typedef enum : int32_t { KW_GRAPH = 0, KW_NODE = 1, KW_EDGE = 2 } kw_owner;

/// A rectangle in points, by its centre; y grows upwards.
typedef struct kw_box {
  double x, y, width, height;
} kw_box;

// MARK: Context

/// Opens a context, with the installed plugins or (to see what happens without) with none.
///
/// GVBINDIR is removed from the environment first, because it names code to load.
kw_context *_Nullable kw_context_open(bool with_plugins);
void kw_context_close(kw_context *context);

/// Graphviz's version, such as 2.43.0.
const char *kw_context_version(kw_context *context);

/// Whether a plugin of a kind ("layout", "device", "render", "textlayout") has this name.
bool kw_context_has_plugin(kw_context *context, const char *kind, const char *name);

/// What Graphviz has said since `kw_messages_clear`, all pieces in a row.
const char *kw_messages(void);
void kw_messages_clear(void);

// MARK: Building

kw_graph *_Nullable kw_graph_open(bool directed);

/// Frees the layout and the graph.
void kw_graph_close(kw_context *context, kw_graph *graph);

/// Declares an attribute with a default. Must come before it is set on anything.
bool kw_graph_declare(kw_graph *graph, kw_owner owner, const char *name, const char *value);

/// Adds a node named "n" and its index.
bool kw_graph_add_node(kw_graph *graph);

/// Adds an edge between two nodes, keyed by its index so that parallel edges stay apart.
bool kw_graph_add_edge(kw_graph *graph, size_t source, size_t target);

/// Sets a declared attribute of the graph (index ignored), a node or an edge.
bool kw_graph_set(
    kw_graph *graph, kw_owner owner, size_t index, const char *name, const char *value);

/// The same for a label in Graphviz's HTML-like language.
bool kw_graph_set_html(
    kw_graph *graph, kw_owner owner, size_t index, const char *name, const char *value);

/// How many nodes and edges Graphviz itself counts.
size_t kw_graph_node_count(kw_graph *graph);
size_t kw_graph_edge_count(kw_graph *graph);

// MARK: Layout and output

/// Lays out with an engine, from a fixed state of the C library's random numbers.
int kw_graph_layout(kw_context *context, kw_graph *graph, const char *engine);

/// Where a node was put, after `kw_graph_layout`.
kw_box kw_graph_node_box(kw_graph *graph, size_t node);

/// The box of the whole drawing, after `kw_graph_layout`.
kw_box kw_graph_box(kw_graph *graph);

/// Renders into memory that `kw_data_free` gives back.
int kw_graph_render(
    kw_context *context, kw_graph *graph, const char *format, char *_Nullable *_Nonnull data,
    size_t *length);
void kw_data_free(char *data);

// MARK: Fonts

/// Marks which Unicode scalars some installed font can draw. Returns false without fontconfig.
bool kw_font_covered(const uint32_t *scalars, size_t count, bool *covered);

/// The family of the first font, in the order fontconfig prefers for a language, that can draw
/// the most of the scalars. Writes at most `capacity` bytes, ended by zero.
bool kw_font_family(
    const uint32_t *scalars, size_t count, const char *language, char *family, size_t capacity);

// MARK: PNG

/// Pixels of four bytes (red, green, blue, alpha; not premultiplied) as a PNG file, to be given
/// back by `kw_png_free`; null where memory is short.
char *_Nullable kw_png_encode(
    const uint8_t *rgba, uint32_t width, uint32_t height, size_t *length);

/// A PNG file as pixels, to be given back by `kw_png_free`; null where it is none.
uint8_t *_Nullable kw_png_decode(
    const void *data, size_t length, uint32_t *width, uint32_t *height);

void kw_png_free(void *data);

// MARK: A child process within limits

/// How a child came to its end.
typedef enum : int32_t {
  /// By itself; the status is its exit code.
  KW_CHILD_EXITED = 0,
  KW_CHILD_OUT_OF_TIME = 1,
  KW_CHILD_OUT_OF_MEMORY = 2,
  KW_CHILD_TOO_MUCH_OUTPUT = 3,
  /// By a signal; the status is its number.
  KW_CHILD_CRASHED = 4,
  KW_CHILD_NOT_STARTED = 5
} kw_child_end;

/// What a child left behind; `kw_child_result_free` gives it back.
typedef struct kw_child_result {
  int32_t status;
  char *_Nullable output;
  size_t output_length;
  char *_Nullable errors;
  size_t errors_length;
} kw_child_result;

/// Runs a program, feeds it and waits for its end, from any thread.
///
/// The child is killed where it takes more seconds, holds more memory or writes more than it may
/// (0 sets no limit to time and memory). Its standard input ends only when this process ends.
kw_child_end kw_child_run(
    const char *_Nullable const *_Nonnull arguments, const void *_Nullable input,
    size_t input_length, double seconds, size_t memory, size_t output_limit,
    kw_child_result *result);
void kw_child_result_free(kw_child_result *result);

/// The path of the program that runs; false where it is longer than `capacity`.
bool kw_own_program(char *path, size_t capacity);

/// In the child: sets the limits once more, in the system.
void kw_child_limit(double seconds, size_t memory);

/// In the child, when the input has been read: ends the process when its parent is gone.
void kw_child_watch_parent(void);

#pragma clang assume_nonnull end
