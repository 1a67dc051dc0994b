"""What GitHub is asked by GraphQL; the contract tests hold these documents to its schema."""

STANDING = """
query Standing(
  $owner: String!, $name: String!, $number: Int!, $threads: String, $comments: String
) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $threads) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id isResolved path viewerCanResolve
          line startLine originalLine originalStartLine
          comments(first: 1) {
            totalCount
            nodes { databaseId body viewerDidAuthor }
          }
        }
      }
      comments(first: 100, after: $comments) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId body viewerDidAuthor }
      }
    }
  }
}
"""

ISSUES = """
query Issues($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, labels: ["listlint"]) {
      pageInfo { hasNextPage endCursor }
      nodes { number title body closed viewerDidAuthor }
    }
  }
}
"""


def texts(count: int) -> str:
    """The query for so many files or folders: variables e0, e1, ... are `REVISION:PATH`."""
    names = " ".join(f"$e{n}: String!" for n in range(count))
    wanted = " ".join(f"f{n}: object(expression: $e{n}) {{ ...held }}" for n in range(count))
    blob = "... on Blob { oid isBinary isTruncated text }"
    return (
        f"query Texts($owner: String!, $name: String!, {names}) "
        f"{{ repository(owner: $owner, name: $name) {{ {wanted} }} }} "
        "fragment held on GitObject "
        f"{{ {blob} ... on Tree {{ entries {{ name object {{ {blob} }} }} }} }}"
    )
