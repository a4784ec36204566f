package offprint.line;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the lines of a paragraph are, in points: the first ones each as they are, the others
 * alike.
 *
 * @param shortest what the last line must at least be wide, if there are lines before it
 * @param river how near the middles of blanks in lines below each other must be to be seen as one
 *     streak; 0 where blanks do not matter, as in ragged lines
 */
public record Shape(List<Double> first, double others, double shortest, double river) {
  public Shape {
    first = List.copyOf(first);
  }

  public static Shape of(double measure) {
    return new Shape(List.of(), measure, 0, 0);
  }

  /**
   * @param measures of the lines; the last of them is that of all others
   */
  public static Shape of(double... measures) {
    int last = measures.length - 1;
    List<Double> first = Arrays.stream(measures, 0, last).boxed().toList();
    return new Shape(first, measures[last], 0, 0);
  }

  public Shape withLastAtLeast(double width) {
    return new Shape(first, others, width, river);
  }

  public Shape withRiversWithin(double width) {
    return new Shape(first, others, shortest, width);
  }

  /** The same shape with each line narrower. */
  public Shape narrowedBy(double width) {
    List<Double> narrower = first.stream().map(w -> w - width).toList();
    return new Shape(narrower, others - width, shortest, river);
  }

  /** Of the line with a number, from 0. */
  double measure(int line) {
    return line < first.size() ? first.get(line) : others;
  }

  double widest() {
    return first.stream().mapToDouble(Double::doubleValue).reduce(others, Math::max);
  }
}
