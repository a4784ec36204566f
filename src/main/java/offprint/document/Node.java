package offprint.document;

/** A part of the article that a page may begin with, or within. Known by its identity. */
public sealed interface Node
    permits Block, Inline, LinkList, LinkList.Entry, LinkList.Placeholder {}
