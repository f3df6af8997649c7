package org.orrery.learning.models;

/**
 * The rows of one node: those named at places {@code start} to {@code end − 1}.
 *
 * @param rows row numbers, shared by all nodes of the tree
 * @param marks at each place the class, and above {@link SplitSearch#LABEL_BITS} how often the row counts
 * @param bits how many bits a mark has
 * @param counts how often rows of each class count
 */
record TreeNode(int[] rows, int[] marks, int bits, int start, int end, int[] counts) {
    int total() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    boolean isPure() {
        int present = 0;
        for (int count : counts) {
            present += count > 0 ? 1 : 0;
        }
        return present < 2;
    }
}
