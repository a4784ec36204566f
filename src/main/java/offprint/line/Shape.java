package offprint.line;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the lines of a paragraph are, in points: the first ones each as they are, the others
 * alike.
 *
 * @param shortest what the last line must at least be wide, if there are lines before it
 */
public record Shape(List<Double> first, double others, double shortest) {
  public Shape {
    first = List.copyOf(first);
  }

  public static Shape of(double measure) {
    return new Shape(List.of(), measure, 0);
  }

  /**
   * @param measures of the lines; the last of them is that of all others
   */
  public static Shape of(double... measures) {
    int last = measures.length - 1;
    List<Double> first = Arrays.stream(measures, 0, last).boxed().toList();
    return new Shape(first, measures[last], 0);
  }

  public Shape withLastAtLeast(double width) {
    return new Shape(first, others, width);
  }

  /** The same shape with each line narrower. */
  public Shape narrowedBy(double width) {
    return new Shape(first.stream().map(w -> w - width).toList(), others - width, shortest);
  }

  /** Of the line with a number, from 0. */
  double measure(int line) {
    return line < first.size() ? first.get(line) : others;
  }

  double widest() {
    return first.stream().mapToDouble(Double::doubleValue).reduce(others, Math::max);
  }
}
