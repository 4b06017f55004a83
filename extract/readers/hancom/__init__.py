"""What HWP 5, HWPX and HWPML have in common: numbering, the flow of paragraphs, tables, limits.

The three formats write down one document model of Hancom (한글과컴퓨터) in records, in XML, and in
older XML. A reader of one of them turns its own words into `SeenParagraph`s; `flow` lays them down.
"""
