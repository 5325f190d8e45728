# Linked behind all code that is made from a program's Go files and in front of the libraries: goroutines
# are preempted between the start of the program's code and here (sched/preempt.h).
        .section .text.mg_end_of_code, "ax", @progbits
        .globl  mg_end_of_code
        .type   mg_end_of_code, @function
mg_end_of_code:
        ud2
        .size   mg_end_of_code, . - mg_end_of_code
        .section .note.GNU-stack, "", @progbits
