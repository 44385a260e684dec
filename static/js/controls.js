// What makes some questions easier to answer. Without this file the same inputs can be filled in by themselves.
