/**
 * Tables. In: a table's grid and a measure. Out: its {@link offprint.table.TablePlan}, with the
 * widths of its columns, and its rows set by that. Imports {@code document}, {@code style}, {@code
 * page}, {@code galley} and {@code paragraph}.
 */
@org.jspecify.annotations.NullMarked
package offprint.table;
