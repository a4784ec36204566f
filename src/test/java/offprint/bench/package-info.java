/**
 * How fast Offprint is and how much memory it takes. Nothing here is a test, and {@code mvn verify}
 * runs none of it: a time is no promise that holds on every machine. To measure:
 *
 * <pre>mvn -q -DskipTests package exec:exec@benchmarks</pre>
 *
 * <p>{@link offprint.bench.Stages} measures each stage by itself, warm, and {@link
 * offprint.bench.WholeProcess} the application as a user starts it, cold.
 */
package offprint.bench;
